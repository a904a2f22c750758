import Testing
import WalletCore

@testable import WalletStore

/// One open cash-out for each holding, and what keeps a holding after one ended.
@Suite struct CashOutClaimTests {
    private func isRefused(_ body: () async throws -> Void) async -> Bool {
        do {
            try await body()
            return false
        } catch {
            return (error as? StoreError)?.code == .refused
        }
    }

    private func hold(_ test: TestStore) async throws -> Hold? {
        try await test.read { transaction throws(StoreError) in try transaction.hold(of: .till("a")) }
    }

    @Test func `a holding that is being cashed out is not taken a second time, by a rule or by a person`() async throws
    {
        try await TestStore.run(accounts: "a", "b") { test in
            try await test.plan("c1", .from("a", "b"))
            for plan in [Plan.from("b"), .from("a", rule: nil), .from("b", "a", rule: "other")] {
                #expect(await isRefused { try await test.plan("c2", plan) })
            }
            try await test.take(.approve(plan: "plan-c1", by: .rule), on: "c1")
            #expect(await isRefused { try await test.plan("c2", .from("a")) })
            #expect(try await test.texts("SELECT id FROM cashout") == ["c1"])
            #expect(try await test.texts("SELECT state FROM transition") == ["planned", "approved"])
            try await test.take(.abandon([]), on: "c1")
            try await test.plan("c2", .from("b"))
        }
    }

    @Test func `no cash-out takes from a holding that was never read`() async throws {
        try await TestStore.run(accounts: "a") { test in
            #expect(await isRefused { try await test.plan("c1", .from("z")) })
        }
    }

    @Test func `one that is doubted again waits behind the one that has its holding by now`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.send("c1")
            try await test.end("c1", .settled)
            try await test.plan("c2", at: 10)
            try await test.take(
                .answer(ProviderReply(.rejected), askedAt: Circumstances.after(20).boot), on: "c1", at: 20)
            #expect(try await test.cashOut("c1").cashOut.state.name == .unknown)
            let claims = "SELECT claim FROM leg ORDER BY cashout"
            #expect(try await test.texts(claims) == ["waiting", "open"])
            try await test.take(.abandon([]), on: "c2", at: 30)
            #expect(try await test.texts(claims) == ["open", "over"])
            #expect(await isRefused { try await test.plan("c3", at: 40) })
        }
    }

    @Test func `after an end a holding is held with what was there before and what was taken`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.plan("c1", at: 1)
            try await test.apply(.won(70_000, changed: 2, read: 2, id: .till("a")))
            try await test.take(.approve(plan: "plan-c1", by: .rule), on: "c1", at: 3)
            try await test.prepare("c1", at: 3)
            try await test.take(.send, on: "c1", at: 3)
            try await test.apply(.won(20_000, changed: 4, read: 4, id: .till("a")))
            try await test.end("c1", .settled, at: 5)
            let held = try await hold(test)
            let expected = Hold(
                cashOut: "c1", ended: .after(5), outcome: .settled, taken: .krw(50_000), before: .krw(70_000))
            #expect(held == expected)
        }
    }

    /// Nothing was sent at 60,000, then the owner spent 30,000, then it was paid: the source has yet to see that.
    @Test func `a run that sent nothing does not hide that the balance lags after the one that did`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.send("c1")
            try await test.take(.ran(.notConnected), on: "c1", at: 1)
            try await test.apply(.won(30_000, changed: 2, read: 2, id: .till("a")))
            try await test.take(.send, on: "c1", at: 10_000)
            try await test.end("c1", .settled, at: 10_001)
            var held = try #require(try await hold(test))
            #expect(held.before == .krw(30_000))
            for at in [10_010, 10_020] as [Int64] {
                held.take(HoldingLook(begun: .after(at), available: .krw(30_000)))
            }
            #expect(held.standing == .lagging(.krw(30_000)))
        }
    }

    @Test func `a hold comes back as it was after each look, and is free when it says so`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.send("c1")
            try await test.end("c1", .settled, at: 5)
            for (index, available) in [(1, 60_000), (2, 60_000), (3, 10_000)] as [(Int64, Int128)] {
                let held = try await test.write(5 + index) { transaction throws(StoreError) in
                    guard var hold = try transaction.hold(of: .till("a")) else { return Hold?.none }
                    hold.take(HoldingLook(begun: transaction.now, available: .krw(available)))
                    try transaction.save(hold, of: .till("a"))
                    return hold
                }
                let stored = try await test.read { transaction throws(StoreError) in
                    try transaction.hold(of: .till("a"))
                }
                #expect(stored != nil && stored == held)
                #expect(try await test.texts("SELECT account FROM hold WHERE is_free = 1").isEmpty == (index < 3))
            }
        }
    }

    @Test func `an operator frees the holdings of a cash-out that ended`() async throws {
        try await TestStore.run(accounts: "a", "b") { test in
            try await test.send("c1", .from("a", "b"))
            try await test.end("c1", .settled, at: 5)
            let stored = try await test.cashOut("c1")
            for expected in [[HoldingID.till("a"), .till("b")], []] {
                let released = try await test.write { transaction throws(StoreError) in
                    try transaction.release(stored, by: "alice")
                }
                #expect(released == expected)
            }
            let hold = try await test.read { transaction throws(StoreError) in try transaction.hold(of: .till("b")) }
            #expect(hold?.standing == .free)
            let trail = try await test.read { transaction throws(StoreError) in try transaction.trail(of: stored) }
            let released = trail.filter { $0.by == .person("alice") }
            #expect(released.map(\.state) == [.settled])
            #expect(released.map(\.note) == ["released tmoney/a, tmoney/b"])
        }
    }

    @Test func `what comes back does not free what a later one holds`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.send("c1")
            try await test.end("c1", .settled, at: 5)
            try await test.send("c2", at: 10)
            try await test.end("c2", .settled, at: 15)
            try await test.take(
                .answer(ProviderReply(.returned), askedAt: Circumstances.after(20).boot), on: "c1", at: 20)
            var held = try #require(try await hold(test))
            #expect(held.cashOut == "c2")
            for at in [18, 30] as [Int64] { held.take(HoldingLook(begun: .after(at), available: .krw(60_000))) }
            #expect(held.standing == .awaiting(1))
            held.take(HoldingLook(begun: .after(40), available: .krw(60_000)))
            #expect(held.standing == .lagging(.krw(60_000)))
        }
    }

    @Test func `what came back after it had settled is held anew`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.send("c1")
            try await test.end("c1", .settled, at: 5)
            try await test.take(
                .answer(ProviderReply(.returned), askedAt: Circumstances.after(9).boot), on: "c1", at: 9)
            let held = try await hold(test)
            #expect(held?.outcome == .undone)
            #expect(held?.ended == .after(9))
        }
    }
}
