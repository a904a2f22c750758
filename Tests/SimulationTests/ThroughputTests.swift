import EngineTestSupport
import Glibc
import Synchronization
import Testing
import WalletCore

@testable import WalletEngine
@testable import WalletStore

/// How fast a simulated world is: the whole engine on the real store, on one thread.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct ThroughputTests {
    @Test(arguments: [Duration.zero, .seconds(3600)])
    func `holdings that are due together are all followed to their ends`(window: Duration) async throws {
        let (holdings, rounds) = (10, 40)
        let simulation = try Simulation(seed: 1) { _ in
            var blueprint = Blueprint.busy(holdings: holdings)
            blueprint.reversalWindow = window
            return blueprint
        }
        let spent = try await simulation.payOut(rounds: rounds)
        #expect(simulation.nature.broken.isEmpty)
        #expect(simulation.cashOutCount >= holdings * rounds)
        print("\(simulation.cashOutCount) cash-outs of \(holdings) holdings, planned to final: \(spent) of CPU")
    }
}

extension Simulation {
    /// Fills each holding so often, until all of it is paid out; what that costs of the processor.
    func payOut(rounds: Int) async throws -> Duration {
        arrange()
        nature.state.withLock { $0.isCalm = true }
        let begun = processorTime()
        try await withTaskExecutorPreference(executor) {
            try await begin { running async throws in
                await self.confirmAll(running)
                for _ in 1...rounds {
                    // Until the balances that dropped were read twice.
                    for _ in 1...4 { await self.go(running, .seconds(1300)) }
                    self.nature.state.withLock { [lived = self.world.time.lived] state in
                        for account in self.blueprint.accounts { state.change(account, by: 60_000, at: lived) }
                    }
                }
                // Until nothing can come back any more.
                for _ in 1...7 { await self.go(running, .seconds(1300)) }
                self.cashOutCount = await self.cashOuts(running).count { $0.state.name == .final }
                return .stopped
            }
        }
        return processorTime() - begun
    }
}

private func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
