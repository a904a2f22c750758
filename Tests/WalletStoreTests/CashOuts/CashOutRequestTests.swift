import Testing
import WalletCore

@testable import WalletStore

/// What persons ask of cash-outs.
@Suite struct CashOutRequestTests {
    @Test func `the same request of the same caller within thirty days is the same cash-out`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.plan("c1")
            let stored = try await test.cashOut("c1")
            let key = IdempotencyKey(caller: "1000", key: "k", bodyHash: [1])
            try await test.write { transaction throws(StoreError) in try transaction.remember(key, for: stored) }
            let month = IdempotencyKey.keptFor.wholeMilliseconds
            func use(_ key: IdempotencyKey, at milliseconds: Int64) async throws -> IdempotencyKey.Use {
                try await test.read { transaction throws(StoreError) in
                    try transaction.use(of: key, at: .after(milliseconds))
                }
            }
            #expect(try await use(key, at: month - 1) == .same("c1"))
            #expect(try await use(IdempotencyKey(caller: "1000", key: "k", bodyHash: [2]), at: 1) == .other)
            #expect(try await use(IdempotencyKey(caller: "1001", key: "k", bodyHash: [1]), at: 1) == .unused)
            #expect(try await use(key, at: month) == .unused)
            try await test.write(month) { transaction throws(StoreError) in try transaction.remember(key, for: stored) }
        }
    }

    @Test func `evidence comes back for the cash-out that it is about, and never looks younger`() async throws {
        try await TestStore.run(accounts: "a", "b") { test in
            try await test.plan("c1")
            try await test.plan("c2", .from("b"))
            let (first, second) = (try await test.cashOut("c1"), try await test.cashOut("c2"))
            let evidence = Evidence(
                id: "e1", askedAt: BootTime(boot: "first", elapsed: .microseconds(2500)), .noAnswer("time-out"))
            try await test.write { transaction throws(StoreError) in try transaction.add(evidence, on: first) }
            let found = try await test.read { transaction throws(StoreError) in
                [
                    try transaction.evidence("e1", on: first), try transaction.evidence("e1", on: second),
                    try transaction.evidence("e2", on: first),
                ]
            }
            let rounded = Evidence(
                id: "e1", askedAt: BootTime(boot: "first", elapsed: .milliseconds(2)), .noAnswer("time-out"))
            #expect(found == [rounded, nil, nil])
        }
    }

    @Test func `cash-outs come the newest first, of the wanted states, page by page`() async throws {
        let accounts = ["a", "b", "c", "d", "e"]
        try await TestStore.run { test in
            try await test.configure("tmoney")
            for account in accounts {
                try await test.apply(.won(60_000, changed: 0, read: 0, id: .till(account)))
                try await test.send("c-\(account)", .from(account))
            }
            try await test.end("c-b", .settled)
            try await test.end("c-d", .rejected)
            let (all, wanted, live, found, counts) = try await test.read { transaction throws(StoreError) in
                let first = try transaction.cashOuts(limit: 2)
                let rest = try transaction.cashOuts(before: first.last?.number, limit: 9)
                return (
                    first + rest, try transaction.cashOuts(in: [.rejected, .settled, .final], limit: 9),
                    try transaction.liveCashOuts(after: 1, limit: 3),
                    try transaction.cashOuts(idPrefix: "c-", limit: 2), try transaction.cashOutCounts()
                )
            }
            #expect(all.map(\.cashOut.id) == ["c-e", "c-d", "c-c", "c-b", "c-a"])
            #expect(wanted.map(\.cashOut.id) == ["c-d", "c-b"])
            #expect(live.map(\.cashOut.id) == ["c-b", "c-c", "c-e"])
            #expect(found.map(\.cashOut.id) == ["c-a", "c-b"])
            #expect(counts == [.sending: 3, .settled: 1])
        }
    }

    @Test func `the ledger comes page by page`() async throws {
        try await TestStore.run(accounts: "a", "b") { test in
            for (id, account) in [("c1", "a"), ("c2", "b")] {
                try await test.send(id, .from(account))
                try await test.end(id, .settled, at: 5)
            }
            let (all, pages) = try await test.read { transaction throws(StoreError) in
                var pages: [StoredPosting] = []
                while let page = try transaction.postings(after: pages.last?.place, limit: 3) as [StoredPosting]?,
                    !page.isEmpty
                {
                    pages += page
                }
                return (try transaction.postings(limit: 100), pages)
            }
            #expect(all.count == 10)
            #expect(pages == all)
            #expect(all.map(\.cashOut) == Array(repeating: "c1", count: 5) + Array(repeating: "c2", count: 5))
            #expect(all.last?.at == .after(5))
        }
    }
}
