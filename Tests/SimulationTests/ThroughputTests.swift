import EngineTestSupport
import Glibc
import Synchronization
import Testing
import WalletCore

@testable import WalletEngine
@testable import WalletStore

/// How fast the simulated world is: the whole engine on the real store, one thread.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct ThroughputTests {
    @Test func `many cash-outs are followed to their ends at once`() async throws {
        let holdings = getenv("BUSY").flatMap { Int(String(cString: $0)) } ?? 50
        let simulation = try Simulation(seed: 1, of: { _ in .busy(holdings: holdings) })
        let spent = try await simulation.work(rounds: 8)
        print("\(simulation.cashOutCount) cash-outs in \(spent) of CPU")
    }
}

extension Simulation {
    func work(rounds: Int) async throws -> Duration {
        arrange()
        nature.state.withLock { $0.isCalm = true }
        let clock = ContinuousClock()
        var begun = clock.now
        var spent = Duration.zero
        try await withTaskExecutorPreference(executor) {
            try await begin { running async throws in
                await self.confirmAll(running)
                for _ in 1...7 { await self.go(running, .seconds(1300)) }
                begun = clock.now
                for _ in 1...rounds {
                    self.nature.state.withLock { state in
                        for account in self.blueprint.accounts {
                            state.change(account, by: 60_000, at: self.world.time.lived)
                        }
                    }
                    for _ in 1...7 { await self.go(running, .seconds(1300)) }
                    let all = await self.cashOuts(running)
                    let counts = Dictionary(grouping: all) { $0.state.name.rawValue }.mapValues(\.count)
                    print(clock.now - begun, all.count, counts)
                }
                spent = clock.now - begun
                self.cashOutCount = await self.cashOuts(running).count
                return .stopped
            }
        }
        return spent
    }
}
