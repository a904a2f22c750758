import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct EventTests {
    private func full() -> EventDraft {
        var draft = EventDraft(
            .alertFiring, at: .after(5), severity: .critical, message: "tmoney/card is below 3000 KRW: \"0\" 원")
        draft.rule = "low"
        draft.source = "tmoney"
        draft.account = "card 1"
        draft.asset = "KRW"
        draft.amount = Amount(units: .min, of: Asset(code: "A.B-C", scale: 30))
        draft.limit = Amount(units: 300_000, of: .usd)
        draft.reason = "unreachable"
        draft.cashOut = "0e8e"
        draft.provider = "acme"
        return draft
    }

    @Test func `an event is read back as it was appended, with the next number`() async throws {
        try await TestStore.run { test in
            let drafts = [full(), EventDraft(.daemonStarted, at: .after(5), message: "")]
            let appended = try await test.write(5) { transaction throws(StoreError) in try transaction.append(drafts) }
            #expect(appended == [Event(seq: 1, draft: drafts[0]), Event(seq: 2, draft: drafts[1])])
            let stored = try await test.read { transaction throws(StoreError) in
                try transaction.events(after: 0, limit: 10)
            }
            #expect(stored == appended)
        }
    }

    @Test func `events come in the order of their numbers, of the wanted types, as many as asked for`() async throws {
        try await TestStore.run { test in
            let types: [EventType] = [.alertFiring, .sourceFailing, .alertResolved, .sourceFailing, .alertFiring]
            try await test.write { transaction throws(StoreError) in
                _ = try transaction.append(types.map { EventDraft($0, at: transaction.now, message: "") })
            }
            let found = try await test.read { transaction throws(StoreError) in
                (
                    try transaction.events(after: 2, limit: 2),
                    try transaction.events(after: 0, types: [.alertResolved, .alertFiring], limit: 9),
                    try transaction.events(after: 1, types: [.alertResolved, .alertFiring], limit: 1),
                    try transaction.events(after: 0, types: [], limit: 9), try transaction.events(after: 5, limit: 9)
                )
            }
            #expect(found.0.map(\.seq) == [3, 4])
            #expect(found.1.map(\.seq) == [1, 3, 5])
            #expect(found.2.map(\.seq) == [3])
            #expect(found.3.isEmpty)
            #expect(found.4.isEmpty)
        }
    }

    @Test func `an instant is found among the numbers`() async throws {
        try await TestStore.run { test in
            for instant in [0, 10, 10, 20] as [Int64] {
                try await test.write(instant) { transaction throws(StoreError) in
                    _ = try transaction.append([EventDraft(.daemonStarted, at: transaction.now, message: "")])
                }
            }
            let found = try await test.read { transaction throws(StoreError) in
                var found: [Int64] = []
                for instant in [-1, 0, 1, 10, 11, 20, 21] as [Int64] {
                    found.append(try transaction.lastEvent(before: .after(instant)))
                }
                return found
            }
            #expect(found == [0, 0, 1, 1, 3, 3, 4])
        }
    }

    @Test func `a sink is remembered with the last event that it announced`() async throws {
        try await TestStore.run { test in
            try await test.append(3)
            let before = try await test.read { transaction throws(StoreError) in
                try transaction.announced(by: "journal")
            }
            #expect(before == nil)
            for seq in [1, 3] as [Int64] {
                try await test.write { transaction throws(StoreError) in
                    try transaction.markAnnounced(by: "journal", upTo: seq)
                }
            }
            try await test.write { transaction throws(StoreError) in try transaction.markAnnounced(by: "b", upTo: 2) }
            let after = try await test.read { transaction throws(StoreError) in
                (try transaction.announced(by: "journal"), try transaction.announced(by: "b"))
            }
            #expect(after == (3, 2))
        }
    }
}
