import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// One rule on two wallets, by a provider that takes one holding at a time: one bundle of two cash-outs, each with its
/// own reference and its own fate.
@Suite(.timeLimit(.minutes(1)))
struct CashOutPartsTests {
    private func configuration(
        _ bench: CashOutBench, _ edit: (inout CashOutRule) -> Void = { _ in }
    ) -> EngineConfiguration {
        let rule = bench.rule {
            $0.from.append(HoldingPattern(source: Glob("shop")))
            $0.whenAbove = .won(100_000)
            $0.cooldown = .seconds(86_400)
            edit(&$0)
        }
        let shop = WatchedSource.polled("shop", ScriptedSource(.won(60_000))) { $0.withdrawal = .direct }
        return bench.configuration(bench.setup([rule]), [shop])
    }

    private func expectOneBundle(_ running: RunningEngine) async throws {
        let cashOuts = try await running.cashOuts()
        #expect(cashOuts.count == 2)
        #expect(Set(cashOuts.flatMap { $0.plan.legs.map(\.holding.source) }) == ["shop", "tips"])
        #expect(Set(cashOuts.map(\.plan.bundle)).count == 1 && cashOuts[0].plan.bundle != nil)
        #expect(try await running.imbalances() == [])
    }

    private func sortedStates(_ running: RunningEngine) async throws -> [CashOut.State.Name] {
        try await running.states().sorted { $0.rawValue < $1.rawValue }
    }

    @Test func `a part that is rejected does not keep another one back`() async throws {
        let bench = try CashOutBench()
        // One finds no connection at first, so that the other is rejected before it goes.
        bench.provider.run(.ends(.notConnected), .ends(.replied(ProviderReply(.rejected))), .pays(.settled))
        try await bench.run(configuration(bench)) { running async throws in
            await running.pass(.seconds(60))
            #expect(try await sortedStates(running) == [.rejected, .settled])
            #expect(bench.provider.sentKeys.count == 3)
            #expect(Set(bench.provider.sentKeys).count == 2)
            #expect(bench.provider.moves == 1)
            try await expectOneBundle(running)
        }
    }

    @Test func `a part of which nobody knows what became does not keep another one back, and is not paid again`()
        async throws
    {
        let bench = try CashOutBench(.lookupOnly)
        bench.provider.run(.isLost, .pays(.settled))
        try await bench.run(configuration(bench)) { running async throws in
            await running.pass(.seconds(7200))
            #expect(try await sortedStates(running) == [.final, .unknown])
            #expect(bench.provider.sentKeys.count == 2)
            #expect(bench.provider.moves == 1)
            try await expectOneBundle(running)
        }
    }

    @Test func `a part that hangs does not keep another one waiting`() async throws {
        let bench = try CashOutBench()
        let gate = Gate()
        bench.provider.run(.waits(gate), .pays(.settled))
        try await bench.run(configuration(bench)) { running async throws in
            await running.pass(.seconds(8))
            #expect(try await sortedStates(running) == [.sending, .settled])
            gate.open()
            await running.settle()
            #expect(try await sortedStates(running) == [.settled, .settled])
            #expect(Set(bench.provider.books.values) == [1] && bench.provider.moves == 2)
            try await expectOneBundle(running)
        }
    }

    @Test func `each part is approved by itself, and one that is turned down holds none`() async throws {
        let bench = try CashOutBench()
        try await bench.run(configuration(bench) { $0.mode = .ask }) { running async throws in
            await running.pass(.seconds(8))
            let asked = try await running.cashOuts()
            #expect(asked.map(\.state.name) == [.awaitingApproval, .awaitingApproval])
            let commands = running.engine.commands
            _ = try await commands.reject(asked[0].id, comment: nil, by: "alice")
            _ = try await commands.approve(asked[1].id, plan: asked[1].planID, by: "alice")
            await running.pass(.seconds(8))
            #expect(try await running.states() == [.abandoned, .settled])
            #expect(bench.provider.books == [asked[1].id: 1])
            try await expectOneBundle(running)
        }
    }

    @Test func `a crash in the middle of a bundle pays each part once`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.paysAndHangs, .paysSilently, .pays(.settled))
        let configuration = configuration(bench)
        try await bench.run(configuration, until: .crashed) { running async throws in
            await running.pass(.seconds(4))
            #expect(bench.provider.sentKeys.count == 2)
        }
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(120))
            #expect(try await running.states() == [.settled, .settled])
            #expect(bench.provider.sentKeys.count == 2)
            #expect(Set(bench.provider.books.values) == [1] && bench.provider.moves == 2)
            try await expectOneBundle(running)
        }
    }
}
