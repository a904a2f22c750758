import Testing
import WalletCore

@testable import WalletStore

/// Cash-outs, their ledger, consents and their events outlive every retention.
@Suite struct CashOutRetentionTests {
    static let tables = [
        "cashout", "leg", "request", "charge", "transition", "posting", "consent", "evidence", "hold", "cashout_rule",
        "destination", "provider",
    ]

    private func counts(_ test: TestStore) async throws -> [String] {
        var counts: [String] = []
        for table in CashOutRetentionTests.tables {
            counts += try await test.texts("SELECT '\(table) ' || count(*) FROM \(table)")
        }
        return counts
    }

    @Test func `pruning takes nothing of them`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.fillLedger()
            try await test.end("c1", .settled)
            try await test.write { transaction throws(StoreError) in
                _ = try transaction.append([
                    .ruleConfirmed("tips", by: "alice", at: transaction.now),
                    .cashOutsPaused(by: "alice", at: transaction.now),
                    .cashOutsResumed(by: "alice", at: transaction.now),
                    EventDraft(.sourceFailing, at: transaction.now, message: "…"),
                ])
                try transaction.markAnnounced(by: "journal", upTo: 1000)
            }
            let before = try await counts(test)
            #expect(!before.contains { $0.hasSuffix(" 0") }, "\(before)")
            let events = try await test.texts("SELECT type FROM event ORDER BY seq")
            let years = Timestamp.after(20 * 365 * 86_400_000)
            try await test.write { transaction throws(StoreError) in
                while try transaction.prune(olderThan: years, limit: 3) == .moreLeft {}
            }
            #expect(try await counts(test) == before)
            let left = try await test.texts("SELECT type FROM event ORDER BY seq")
            #expect(left == events.filter { $0 != "source.failing" })
            #expect(left.count == 8)
        }
    }
}
