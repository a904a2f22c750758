import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// What hurt others in the field, and must not happen here; as far as the engine and its database stand against it.
@Suite(.timeLimit(.minutes(1)))
struct IncidentTests {
    @Test func `nothing goes out that is not on the disk, with its reference and its bytes`() async throws {
        let bench = try CashOutBench()
        let gate = Gate()
        bench.provider.run(.waits(gate))
        try await bench.run { running async throws in
            await running.pass(.seconds(4))
            let sent = try #require(bench.provider.sentKeys.first)
            let (state, body, inFlight) = try await running.readers.questions.read { transaction throws(StoreError) in
                let stored = try transaction.cashOut(sent)
                let request = try stored.flatMap { found throws(StoreError) in try transaction.request(of: found) }
                let postings = try transaction.postings(limit: 10).map(\.posting)
                return (stored?.cashOut.state.name, request?.body, postings.first { $0.account == .inFlight }?.amount)
            }
            #expect(state == .sending && body == sent && inFlight == .won(50_000))
            gate.open()
        }
    }

    @Test func `a restart does not begin another cash-out beside the one that is on its way`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.pays(.pending))
        bench.provider.status(.says(ProviderReply(.pending)))
        try await bench.run(until: .crashed) { running in await running.pass(.seconds(4)) }
        for _ in 1...3 {
            try await bench.run(until: .crashed) { running async throws in
                await running.pass(.seconds(300))
                #expect(try await running.states() == [.pending])
                #expect(try await running.reasons() == [.inFlight])
            }
        }
        #expect(bench.provider.sentKeys.count == 1)
    }

    @Test func `a restart forgets no cool-down`() async throws {
        let bench = try CashOutBench()
        let rule = bench.rule { $0.cooldown = .seconds(86_400) }
        let configuration = bench.configuration(bench.setup([rule]))
        try await bench.run(configuration, until: .crashed) { running in
            await running.pass(.seconds(4))
            bench.source.answer(.won(1000), .won(1000), .won(1000), .won(60_000))
            await running.pass(.seconds(200))
        }
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.reasons() == [.coolingDown])
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `a restart forgets no rejection`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.replied(ProviderReply(.rejected))))
        try await bench.run(until: .crashed) { running in await running.pass(.seconds(4)) }
        // Without another consent, which would count as one more look of a person.
        try await bench.world.run(bench.configuration()) { running async throws in
            await running.pass(.seconds(1800))
            #expect(try await running.reasons() == [.backoff])
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `what is rejected over and over is not tried for ever`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.replied(ProviderReply(.rejected))))
        try await bench.run { running async throws in
            await running.pass(.seconds(6 * 3600))
            #expect(try await running.states() == [.rejected, .rejected, .rejected])
            #expect(try await running.reasons().contains(.needsConfirm))
            #expect(bench.provider.sentKeys.count == 3)
            #expect(try await running.eventTypes().filter { $0 == .cashOutRejected }.count == 3)
        }
    }

    @Test func `a limit that was raised does not go on holding what it held`() async throws {
        let bench = try CashOutBench()
        let tight = Budget(amount: .won(40_000), fees: .won(10_000), every: .seconds(86_400))
        try await bench.run(bench.configuration(bench.setup([bench.rule()], limits: tight))) { running async throws in
            await running.pass(.seconds(10))
            #expect(try await running.reasons() == [.budgetSpent])
            let wide = Budget(amount: .won(50_000), fees: .won(10_000), every: .seconds(86_400))
            try await running.reload(bench.configuration(bench.setup([bench.rule()], limits: wide)))
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `a part that was rejected is not forgotten, and goes later as another intent`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.replied(ProviderReply(.rejected))), .pays(.settled))
        let shop = ScriptedSource(.won(60_000))
        let rule = bench.rule {
            $0.from.append(HoldingPattern(source: Glob("shop")))
            $0.whenAbove = .won(100_000)
        }
        let watched = WatchedSource.polled("shop", shop) { $0.withdrawal = .direct }
        try await bench.run(bench.configuration(bench.setup([rule]), [watched])) { running async throws in
            await running.pass(.seconds(10))
            let settled = try #require(try await running.cashOuts().first { $0.state.name == .settled })
            let (paid, kept) =
                settled.plan.legs[0].holding.source == "shop" ? (shop, bench.source) : (bench.source, shop)
            paid.answer(.won(10_000))
            kept.answer(.won(110_000))
            await running.pass(.seconds(4000))
            #expect(try await running.states().filter { $0 != .rejected }.count == 2)
            #expect(bench.provider.sentKeys.count == 3 && Set(bench.provider.sentKeys).count == 3)
            #expect(bench.provider.moves == 2)
            #expect(try await running.imbalances() == [])
        }
    }
}
