import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// The daemon is cut off at each state, and goes on from the same database.
@Suite(.timeLimit(.minutes(1)))
struct CashOutCrashTests {
    /// Cuts the engine off in the middle of a send, or at the first wait of a state, and runs it again.
    @Test(arguments: [
        ScriptedProvider.Run.paysAndHangs, .pays(.pending), .paysSilently, .pays(.settled),
        .ends(.notConnected), .pays(.needsUser),
    ])
    func `a crash at any state pays once`(run: ScriptedProvider.Run) async throws {
        let bench = try CashOutBench()
        bench.provider.run(run, .pays(.settled))
        try await bench.run(until: .crashed) { running async throws in
            await running.pass(.seconds(4))
            #expect(try await running.cashOuts().count == 1)
        }
        try await bench.run { running async throws in
            bench.source.answer(.won(10_000))
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.moves == 1)
            #expect(Set(bench.provider.sentKeys).count == 1)
            #expect(try await running.imbalances() == [])
        }
    }

    @Test func `a crash in the middle of a send that never arrived sends the same again`() async throws {
        let bench = try CashOutBench()
        let gate = Gate()
        bench.provider.run(.waits(gate), .pays(.settled))
        try await bench.run(until: .crashed) { running async throws in
            await running.pass(.seconds(4))
            #expect(try await running.states() == [.sending])
            gate.open()
        }
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.states() == [.settled])
            #expect(Set(bench.provider.sentKeys).count == 1)
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `after a reboot no key is trusted: what is unknown is asked about, not sent again`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.isLost)
        bench.provider.status(.fails(PortFailure(.unreachable, "no route")))
        try await bench.run(until: .crashed) { running in await running.pass(.seconds(4)) }
        bench.world.time.reboot()
        bench.provider.status(.books)
        try await bench.run { running async throws in
            await running.pass(.seconds(3000))
            #expect(try await running.states() == [.unknown])
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `an approval that was asked for is asked for once`() async throws {
        let bench = try CashOutBench()
        let configuration = bench.configuration(bench.setup([bench.rule { $0.mode = .ask }]))
        try await bench.run(configuration, until: .crashed) { running in await running.pass(.seconds(4)) }
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.states() == [.awaitingApproval])
            #expect(try await running.eventTypes().filter { $0 == .cashOutAwaitingApproval }.count == 1)
        }
    }
}
