import Migrations
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

/// A database from before there were cash-outs goes on with all that it has.
@Suite struct CashOutMigrationTests {
    @Test func `a database with history, alerts and events gets the tables, and can be cashed out from`() async throws {
        let folder = try TemporaryFolder()
        let location = TestStore.location(in: folder)
        let opened = try await Store.open(
            location, newID: "id", now: .start, migrations: Array(Migrations.all.prefix(1)))
        let older = TestStore(folder: folder, opened: opened)
        #expect(opened.findings.schema == 1)
        try await older.configure("tmoney")
        for index in 0..<50 as Range<Int64> {
            try await older.apply(.won(Int128(index % 5), changed: index, read: index))
        }
        try await older.write(60) { transaction throws(StoreError) in
            _ = try transaction.append([EventDraft(.daemonStarted, at: transaction.now, message: "")])
            try transaction.replaceRules([StoredRule(name: "low", identity: "", severity: .info)])
        }
        let spans = try await older.spans()
        try await older.closeAndCheck()

        let test = try await TestStore.open(in: folder, at: .after(100))
        #expect(test.opened.findings.schema == Migrations.all.count)
        #expect(test.opened.findings.history == .continued)
        #expect(try await test.spans() == spans)
        let (events, rules) = try await test.read { transaction throws(StoreError) in
            (try transaction.events(after: 0, limit: 9).map(\.seq), try transaction.rules().map(\.name))
        }
        #expect(events == [1])
        #expect(rules == ["low"])
        try await test.apply(.won(60_000, changed: 101, read: 101, id: .till("a")))
        try await test.send("c1", at: 102)
        try await test.end("c1", .settled, at: 103)
        try await test.closeAndCheck()
        #expect(try folder.names(in: "backups").count == 1)
    }

    @Test func `credit in a database from before is as old as its history says`() async throws {
        let folder = try TemporaryFolder()
        let opened = try await Store.open(
            TestStore.location(in: folder), newID: "id", now: .start, migrations: Array(Migrations.all.prefix(1)))
        let older = TestStore(folder: folder, opened: opened)
        try await older.configure("tmoney")
        try await older.apply(
            .won(9, changed: 1, read: 1), .won(0, changed: 2, read: 2), .won(7, changed: 3, read: 3),
            .won(8, changed: 4, read: 4))
        try await older.store.close()
        let test = try await TestStore.open(in: folder, at: .after(100))
        let scope = CashOutScope(
            sources: [
                "tmoney": CashOutScope.SourceTerms(staleAfter: .seconds(9), withdrawal: .direct, credit: .dated)
            ],
            window: .zero, assets: AssetTable())
        let facts = try await test.read { transaction throws(StoreError) in
            try transaction.cashOutFacts(scope, at: .after(100))
        }
        #expect(facts.holdings.map(\.creditSince) == [.after(3)])
        try await test.closeAndCheck()
    }
}
