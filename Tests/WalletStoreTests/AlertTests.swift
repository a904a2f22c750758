import Testing
import WalletCore

@testable import WalletStore

@Suite struct AlertTests {
    static let holding = AlertSubject(.card)
    static let states: [(AlertState, Timestamp?)] = [
        (.inactive, .after(9)),
        (.pending(AlertState.Pending(since: .after(1), counted: .milliseconds(1234), countedTo: .after(2))), nil),
        (.pending(AlertState.Pending(since: .after(1), counted: .zero, countedTo: .after(1))), .after(600_001)),
        (.firing(AlertState.Firing(id: "a1", since: .after(1), announcedAt: .after(3))), nil),
        (
            .firing(AlertState.Firing(id: "a2", since: .after(1), announcedAt: .after(3), acknowledgedBy: "alice")),
            .after(7)
        ),
    ]

    private func configured(_ test: TestStore, _ rules: String...) async throws(StoreError) {
        let rules = rules.map { StoredRule(name: $0, identity: "below", severity: .warning) }
        try await test.write { transaction throws(StoreError) in try transaction.replaceRules(rules) }
    }

    private func save(_ test: TestStore, _ alerts: StoredAlert...) async throws(StoreError) {
        try await test.write { transaction throws(StoreError) in
            for alert in alerts { try transaction.save(alert) }
        }
    }

    private func alert(
        _ rule: String, _ state: AlertState, on subject: AlertSubject = holding, due: Int64? = nil
    ) -> StoredAlert {
        StoredAlert(key: AlertKey(rule: rule, subject: subject), state: state, due: due.map(Timestamp.after))
    }

    private func firing(_ id: String) -> AlertState {
        .firing(AlertState.Firing(id: id, since: .start, announcedAt: .start))
    }

    @Test(arguments: states.indices, [AlertSubject(.card), AlertSubject(source: "tmoney")])
    func `a state is read back as it was saved, and forgotten when inactive`(
        index: Int, subject: AlertSubject
    ) async throws {
        try await TestStore.run { test in
            try await configured(test, "low")
            let (state, due) = AlertTests.states[index]
            let alert = StoredAlert(key: AlertKey(rule: "low", subject: subject), state: state, due: due)
            try await save(test, alert)
            let found = try await test.read { transaction throws(StoreError) in
                (
                    try transaction.alert(alert.key), try transaction.alerts(onSource: "tmoney"),
                    try transaction.alerts(ofRule: "low")
                )
            }
            #expect(found.0 == alert)
            #expect(found.1 == [alert])
            #expect(found.2 == [alert])
            try await save(test, StoredAlert(key: alert.key, state: .inactive, due: nil))
            let left = try await test.read { transaction throws(StoreError) in try transaction.alert(alert.key) }
            #expect(left == nil)
        }
    }

    @Test func `due states come earliest first, as far as they are due`() async throws {
        try await TestStore.run { test in
            try await configured(test, "a", "b", "c", "d")
            let waiting = [
                alert("a", .inactive, due: 30), alert("b", .inactive, due: 10), alert("c", .inactive, due: 20),
            ]
            try await save(test, waiting[0], waiting[1], waiting[2], alert("d", firing("x")))
            let (due, first, next) = try await test.read { transaction throws(StoreError) in
                (
                    try transaction.alerts(dueBy: .after(20), limit: 9),
                    try transaction.alerts(dueBy: .after(99), limit: 1),
                    try transaction.nextDue()
                )
            }
            #expect(due == [waiting[1], waiting[2]])
            #expect(first == [waiting[1]])
            #expect(next == .after(10))
        }
    }

    @Test func `active states are listed once, page by page, and counted`() async throws {
        try await TestStore.run { test in
            try await configured(test, "a", "b")
            let source = AlertSubject(source: "tmoney")
            let pending = AlertState.pending(AlertState.Pending(since: .start, countedTo: .start))
            let active = [
                alert("a", pending, on: source), alert("a", firing("1")), alert("b", firing("2"), on: source),
                alert("b", pending),
            ]
            let idle = AlertSubject(HoldingID(source: "other", account: "card", asset: "KRW"))
            try await save(test, active[3], active[1], active[0], active[2], alert("b", .inactive, on: idle, due: 5))
            let found = try await test.read { transaction throws(StoreError) in
                let first = try transaction.activeAlerts(limit: 3)
                return (
                    first, try transaction.activeAlerts(after: first.last?.key, limit: 3),
                    try transaction.alertCounts()
                )
            }
            #expect(found.0 == Array(active[0...2]))
            #expect(found.1 == [active[3]])
            #expect(found.2 == AlertCounts(pending: 2, firing: 2))
        }
    }

    @Test func `a prefix finds the firing alerts whose ids begin with it`() async throws {
        try await TestStore.run { test in
            try await configured(test, "a", "b", "c")
            let alerts = [alert("a", firing("ab12")), alert("b", firing("ab3")), alert("c", firing("b_%"))]
            try await save(test, alerts[0], alerts[1], alerts[2])
            let found = try await test.read { transaction throws(StoreError) in
                var found: [[String]] = []
                for prefix in ["ab", "ab1", "ab12", "ab123", "b_%", "_", "", "é"] {
                    found.append(try transaction.alerts(idPrefix: prefix, limit: 2).map(\.key.rule))
                }
                return found
            }
            #expect(found == [["a", "b"], ["a"], ["a"], [], ["c"], [], ["a", "b"], []])
        }
    }

    @Test func `rules are replaced whole, and none goes while it has states`() async throws {
        try await TestStore.run { test in
            try await configured(test, "low", "old")
            try await save(test, alert("low", firing("x")))
            try await configured(test, "low", "new")
            let rules = try await test.read { transaction throws(StoreError) in try transaction.rules() }
            #expect(rules.map(\.name) == ["low", "new"])
            let kept = try await test.read { transaction throws(StoreError) in try transaction.alerts(ofRule: "low") }
            #expect(kept.count == 1)
            let error = await #expect(throws: StoreError.self) { try await configured(test, "new") }
            #expect(error?.code == .refused)
            let still = try await test.read { transaction throws(StoreError) in try transaction.rules() }
            #expect(still.map(\.name) == ["low", "new"])
        }
    }

    @Test func `two alerts never have one id`() async throws {
        try await TestStore.run { test in
            try await configured(test, "a", "b")
            try await save(test, alert("a", firing("x")))
            let error = await #expect(throws: StoreError.self) { try await save(test, alert("b", firing("x"))) }
            #expect(error?.code == .refused)
            let first = try await test.read { transaction throws(StoreError) in try transaction.alerts(ofRule: "a") }
            #expect(first.count == 1)
        }
    }
}
