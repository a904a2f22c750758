import Testing
import WalletCore

@testable import WalletStore

/// Each step that a cash-out takes in the store is the step that the state machine alone takes.
@Suite struct CashOutLifeTests {
    private static let pending = ProviderReply(.pending, reference: "acme-1", message: "soon")
    private static let evidence = Evidence(
        id: "e", askedAt: BootTime(boot: "first", elapsed: .milliseconds(1500)), .said(ProviderReply(.unknownKey)))

    /// Steps after `sending`, one second each.
    static let lives: [[CashOut.Step]] = [
        [.ran(.replied(pending)), .answer(pending, askedAt: .at(2)), .noAnswer(retryAfter: .seconds(9))],
        [
            .ran(.replied(ProviderReply(.needsUser, message: "sign it"))),
            .answer(ProviderReply(.returned), askedAt: .at(2)),
        ],
        [
            .ran(.replied(ProviderReply(.settled, fee: .krw(700)))),
            .answer(ProviderReply(.returned, fee: .krw(9)), askedAt: .at(2)),
        ],
        [.ran(.replied(ProviderReply(.settled))), .answer(ProviderReply(.rejected), askedAt: .at(2))],
        [.ran(.replied(ProviderReply(.rejected, message: "no")))],
        [
            .ran(.unclear("time-out")), .answer(ProviderReply(.unknownKey), askedAt: .at(2)), .sendAgain,
            .ran(.replied(pending)),
        ],
        [
            .ran(.unclear("time-out")), .answer(ProviderReply(.unknownKey), askedAt: .at(7200)),
            .answer(ProviderReply(.unknownKey), askedAt: .at(7300)),
        ],
        [
            .ran(.notConnected), .send, .ran(.notSent(.temporary(retryAfter: .seconds(5)))),
            .abandon([CashOutReason(.paused, "stop")]),
        ],
        [.ran(.notSent(.refusedCredential))],
        [.restart, .resolve(Resolution(.settled, on: evidence, .unverified, by: "alice", "seen"))],
    ]

    @Test(arguments: lives.indices)
    func `the store keeps what the machine says`(life: Int) async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.write { transaction throws(StoreError) in
                _ = try transaction.see(provider: "acme", identity: "p1")
            }
            try await test.send("c1")
            var expected = try await test.cashOut("c1").cashOut
            for (index, step) in CashOutLifeTests.lives[life].enumerated() {
                let time = Int64(index + 1) * 1000
                let transition = try expected.apply(step, in: .after(time))
                let committed = try await test.take(step, on: "c1", at: time)
                let stored = try await test.cashOut("c1")
                #expect(stored.cashOut == expected)
                #expect(try committed.value.get() == stored)
                #expect(committed.wishes == [CashOutWish(cashOut: expected, effect: transition.effect)])
                #expect((stored.endedAt == nil) == expected.state.name.holdsHoldings)
            }
        }
    }

    @Test func `with which credentials a request was sent, and what a person knows of others, is kept`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.send("c1", credentials: "own")
            try await test.take(.ran(.unclear("time-out")), on: "c1", at: 1000)
            #expect(try await test.cashOut("c1").cashOut.state.dispatch?.request.credentials == "own")
            #expect(try await test.cashOut("c1").cashOut.state.dispatch?.customer == .asPrepared)
            try await test.take(.compareCredentials, on: "c1", credentials: "another's", at: 2000)
            let told = try await test.cashOut("c1")
            #expect(told.cashOut.state.dispatch?.customer == .doubtful)
            #expect(try await test.texts("SELECT reason FROM event ORDER BY seq DESC LIMIT 1") == ["provider-changed"])
            try await test.take(.compareCredentials, on: "c1", credentials: "own", at: 3000)
            #expect(try await test.cashOut("c1").cashOut.state.dispatch?.customer == .asPrepared)
        }
    }

    @Test func `the trail, the postings and the events of a whole life`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.send("c1")
            try await test.end("c1", .settled, at: 5)
            try await test.take(.endWatch, on: "c1", at: 864_000_005)
            let stored = try await test.cashOut("c1")
            #expect(stored.cashOut.state.name == .final)
            let (trail, postings, events) = try await test.read { transaction throws(StoreError) in
                (
                    try transaction.trail(of: stored), try transaction.postings(of: stored),
                    try transaction.events(after: 0, limit: 100)
                )
            }
            #expect(trail.map(\.state) == [.planned, .approved, .prepared, .sending, .settled, .final])
            #expect(trail.map(\.by) == [.rule, .rule, .daemon, .daemon, .provider, .daemon])
            #expect(trail.last?.at == .after(864_000_005))
            #expect(events.map(\.draft.type.rawValue) == trail.map { "cashout.\($0.state.rawValue)" })
            #expect(events.allSatisfy { $0.draft.cashOut == "c1" && $0.draft.provider == "acme" })
            var sums: [LedgerAccount: Int128] = [:]
            for line in postings { sums[line.posting.account, default: 0] += line.posting.amount.units }
            #expect(
                sums == [
                    .holding(.till("a")): -50_000, .inFlight: 0, .destination("my-bank"): 49_500, .fee("acme"): 500,
                ])
        }
    }

    @Test func `a step that the machine refuses changes nothing`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.plan("c1", approval: .person)
            let before = try await test.cashOut("c1")
            let committed = try await test.store.commit(at: .after(1)) { transaction throws(StoreError) in
                try transaction.take(.send, on: "c1", in: .after(1))
            }
            #expect(throws: TransitionError.self) { try committed.value.get() }
            #expect(committed.wishes.isEmpty)
            #expect(try await test.cashOut("c1") == before)
            #expect(try await test.texts("SELECT state FROM transition") == ["planned"])
        }
    }

    @Test func `the times on the boot clock are never kept to a cash-out's favour`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.plan("c1")
            try await test.take(.approve(plan: "plan-c1", by: .rule), on: "c1")
            let odd = Circumstances(
                now: .start, boot: BootTime(boot: "first", elapsed: .microseconds(1500)), randomness: 0)
            let promise = ProviderPromise(idempotency: .limited(.seconds(100)), lookup: .byKey)
            var request = CashOutRequest(
                reference: "r", key: KeyExpiry(promise, preparedAt: odd.boot), promise: promise, timeout: .seconds(1),
                reversalWindow: .zero)
            request.priceExpires = .after(7)
            _ = try await test.store.commit(at: .start) { [request] transaction throws(StoreError) in
                _ = try transaction.prepare(
                    request, as: .acme, charging: Charge(debits: [.krw(1)], costs: [.krw(0)]), on: "c1", in: odd)
                _ = try transaction.take(.send, on: "c1", in: odd)
                _ = try transaction.take(.ran(.unclear("…")), on: "c1", in: odd)
            }
            let dispatch = try #require(try await test.cashOut("c1").cashOut.state.dispatch)
            #expect(dispatch.request.key == .until(BootTime(boot: "first", elapsed: .milliseconds(100_001))))
            #expect(dispatch.request.priceExpires == .after(7))
            #expect(dispatch.lastRunEnded == BootTime(boot: "first", elapsed: .milliseconds(2)))
        }
    }
}

extension BootTime {
    fileprivate static func at(_ seconds: Int64) -> BootTime { BootTime(boot: "first", elapsed: .seconds(seconds)) }
}
