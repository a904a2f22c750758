import EngineTestSupport
import Testing
import WalletCore

@testable import WalletEngine

/// A plan waits for its approval longer than its price lasts.
@Suite(.timeLimit(.minutes(1)))
struct CashOutRenewalTests {
    /// Runs up to where the price of the plan that waits has run out.
    private func run(_ bench: CashOutBench, _ body: (RunningEngine, CashOut) async throws -> Void) async throws {
        bench.provider.quote(expiring: .after(.seconds(120)))
        let configuration = bench.configuration(bench.setup([bench.rule { $0.mode = .ask }]))
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(7200))
            let asked = try #require(try await running.cashOuts().first)
            #expect(asked.state == .awaitingApproval(until: nil))
            #expect(try await running.eventTypes().filter { $0 == .cashOutAwaitingApproval }.count == 1)
            try await body(running, asked)
        }
    }

    @Test func `it is approved where the provider asks the same again, and paid at the new price`() async throws {
        let bench = try CashOutBench()
        try await run(bench) { running, asked async throws in
            bench.provider.quote(expiring: .after(.seconds(7300)))
            _ = try await running.engine.commands.approve(asked.id, plan: asked.planID, by: "alice")
            await running.pass(.seconds(10))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.preparedPrices.map(\.expires) == [.after(.seconds(7300))])
            #expect(bench.provider.books == [asked.id: 1])
        }
    }

    @Test(arguments: [499, 501])
    func `it is not approved at another price`(fee: Int) async throws {
        let bench = try CashOutBench()
        try await run(bench) { running, asked async throws in
            bench.provider.quote(fee: .won(Int128(fee)))
            bench.provider.quote(expiring: .after(.seconds(7300)))
            let refusal = await #expect(throws: EngineError.self) {
                try await running.engine.commands.approve(asked.id, plan: asked.planID, by: "alice")
            }
            #expect(refusal?.code == .changed)
            #expect(try await running.states() == [.awaitingApproval])
            #expect(bench.provider.preparedPrices == [])
        }
    }

    @Test func `a new price that runs out on the way pays for nothing`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.notConnected))
        try await run(bench) { running, asked async throws in
            bench.provider.quote(expiring: .after(.seconds(7230)))
            _ = try await running.engine.commands.approve(asked.id, plan: asked.planID, by: "alice")
            await running.pass(.seconds(20))
            #expect(try await running.states() == [.prepared])
            let sent = bench.provider.sentKeys.count
            bench.provider.run(.pays(.settled))
            await running.leap(.seconds(60))
            await running.pass(.seconds(60))
            #expect(try await running.states().first == .abandoned)
            #expect(bench.provider.sentKeys.count == sent && bench.provider.moves == 0)
        }
    }

    @Test func `a new price is forgotten by a restart, which pays for nothing then`() async throws {
        let bench = try CashOutBench()
        bench.provider.quote(expiring: .after(.seconds(120)))
        bench.provider.prepare(failing: PortFailure(.unreachable, "no route to host"))
        let configuration = bench.configuration(bench.setup([bench.rule { $0.mode = .ask }]))
        try await bench.run(configuration, until: .crashed) { running async throws in
            await running.pass(.seconds(200))
            let asked = try #require(try await running.cashOuts().first)
            bench.provider.quote(expiring: .after(.seconds(7300)))
            _ = try await running.engine.commands.approve(asked.id, plan: asked.planID, by: "alice")
            await running.pass(.seconds(20))
            #expect(try await running.states() == [.approved])
        }
        bench.provider.prepare(failing: nil)
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(5))
            #expect(try await running.states().first == .abandoned)
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `a request with a price that has run out is not sent, though the same was named since`() async throws {
        let bench = try CashOutBench()
        bench.provider.quote(expiring: .after(.seconds(120)))
        bench.provider.run(.ends(.notConnected))
        let configuration = bench.configuration(bench.setup([bench.rule { $0.mode = .ask }]))
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(118))
            let asked = try #require(try await running.cashOuts().first)
            bench.provider.quote(expiring: .after(.seconds(7300)))
            _ = try await running.engine.commands.approve(asked.id, plan: asked.planID, by: "alice")
            await running.pass(.seconds(2))
            bench.provider.run(.pays(.settled))
            await running.pass(.seconds(60))
            #expect(bench.provider.preparedPrices.map(\.expires) == [.after(.seconds(120))])
            #expect(try await running.states().first == .abandoned)
            #expect(bench.provider.moves == 0)
        }
    }
}
