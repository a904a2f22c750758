import SQLite
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

/// Tables that grow with time are looked up, never read through.
@Suite struct QueryPlanTests {
    static let growing = [
        "span", "event", "gap", "holding", "poll", "lot", "alert_state", "cashout", "leg", "request", "charge",
        "transition", "posting", "hold", "evidence", "decision", "consent", "confirmation", "idempotency_key",
    ]

    /// What reads a whole table on purpose, by a part of its text.
    static let exceptions = [
        // As many as there are alerts, for one line of the status.
        "SELECT count(*) FILTER",
        // Ends with the page's last row; a filter that finds little reads on through the holdings, not their history.
        "(source.name, account, asset) >",
        // By an index of those alone that are not over.
        "INDEXED BY cashout_live",
    ]

    @Test func `no query reads through a table that grows`() async throws {
        try await TestStore.run { test in
            try await test.fill(changes: 300)
            try await test.write { transaction throws(StoreError) in try transaction.exercise() }
            try await test.exerciseCashOuts()
            let plans = try await test.write(1) { transaction throws(StoreError) in
                try transaction.exercise()
                return try transaction.plans()
            }
            #expect(plans.count > 110)
            for plan in plans where !QueryPlanTests.exceptions.contains(where: plan.sql.contains) {
                for table in QueryPlanTests.growing {
                    #expect(
                        !plan.steps.contains { $0 == "SCAN \(table)" || $0.hasPrefix("SCAN \(table) ") },
                        "\(plan.sql)\n\(plan.steps)")
                }
                #expect(!plan.steps.contains { $0.contains("AUTOMATIC") }, "\(plan.sql)\n\(plan.steps)")
            }
        }
    }

    @Test func `pages need no sorting`() async throws {
        try await TestStore.run { test in
            try await test.fill(changes: 300)
            try await test.exerciseCashOuts()
            let plans = try await test.write(1) { transaction throws(StoreError) in
                try transaction.exercise()
                return try transaction.plans()
            }
            for plan in plans where plan.sql.contains("LIMIT") {
                #expect(!plan.steps.contains { $0.contains("TEMP B-TREE") }, "\(plan.sql)\n\(plan.steps)")
            }
        }
    }
}

struct QueryPlan: Sendable {
    let sql: String
    let steps: [String]
}

extension WriteTransaction {
    /// The plans of all statements that the connection has prepared.
    func plans() throws(StoreError) -> [QueryPlan] {
        let texts = try database.query("SELECT sql FROM sqlite_stmt") { $0.text(0) }
        var plans: [QueryPlan] = []
        for sql in texts where ["SELECT", "UPDATE", "DELETE", "INSERT"].contains(where: sql.hasPrefix) {
            var steps: [String] = []
            do throws(SQLiteError) {
                let statement = try database.connection.prepare("EXPLAIN QUERY PLAN \(sql)")
                defer { statement.reset() }
                while try statement.step() { steps.append(statement.row.text(3)) }
            } catch {
                throw StoreError(error, at: database.location)
            }
            plans.append(QueryPlan(sql: sql, steps: steps))
        }
        return plans
    }

    /// Runs every query there is.
    func exercise() throws(StoreError) {
        try exerciseSources()
        try exerciseHoldings()
        try exerciseAlerts()
        try exerciseEvents()
        _ = try prune(olderThan: .after(3_000_000_000), limit: 10)
    }

    private func exerciseSources() throws(StoreError) {
        _ = try configure([ConfiguredSource(name: "tmoney", adapter: "exec", fingerprint: [2])])
        for source in try sources() { try save(source) }
        _ = try source("tmoney")
        try recordPoll(of: "tmoney", keptSince: .start)
        _ = try polls(of: "tmoney", since: .start, limit: 5)
        _ = try nextPoll()
        try extendGap(of: "tmoney", reason: "timeout", message: "…")
        try endGap(of: "tmoney")
        _ = try gaps(of: "tmoney", in: .start...(.after(9)), limit: 5)
    }

    private func exerciseHoldings() throws(StoreError) {
        for after in [
            Holding.won(8, changed: 400_000, read: 400_000), .won(8, changed: 400_000, read: 400_001),
            .won(8, changed: 400_000, read: 400_001, standing: .unlisted),
            .won(9, changed: 400_002, read: 400_002)
                .with { $0.lots = [Lot(amount: Amount(units: 1, of: .krw), expires: CalendarDate(daysSinceEpoch: 9))] },
        ] {
            try apply([HoldingChange(before: try holding(.card)?.holding, after: after)])
        }
        _ = try holdings(of: "tmoney")
        _ = try holdings(after: .card, limit: 10) { _ in true }
        _ = try history(of: .card, in: .start...(.after(900_000)), limit: 10)
        _ = try history(of: .card, at: [.start, .after(5000)], tolerance: .seconds(1))
    }

    private func exerciseAlerts() throws(StoreError) {
        try replaceRules([StoredRule(name: "low", identity: "", severity: .info)])
        let key = AlertKey(rule: "low", subject: AlertSubject(.card))
        try save(StoredAlert(key: key, state: .inactive, due: .start))
        _ = try alerts(onSource: "tmoney")
        _ = try alerts(ofRule: "low")
        _ = try alerts(dueBy: .start, limit: 5)
        _ = try activeAlerts(limit: 5)
        _ = try alert(key)
        _ = try alerts(idPrefix: "a", limit: 2)
        _ = try nextDue()
        _ = try rules()
        _ = try alertCounts()
        try save(StoredAlert(key: key, state: .inactive, due: nil))
    }

    private func exerciseEvents() throws(StoreError) {
        _ = try append([EventDraft(.daemonStarted, at: now, message: "")])
        _ = try events(after: 5, limit: 5)
        _ = try events(after: 5, types: [.daemonStarted], limit: 5)
        _ = try lastEvent(before: .start)
        _ = try firstEventAt()
        _ = try lastAlertEdges(ofRule: "low", upTo: .start)
        _ = try lastEvent()
        _ = try announced(by: "journal")
        try markAnnounced(by: "journal", upTo: 1)
        _ = try quickCheckPassedAt()
    }
}
