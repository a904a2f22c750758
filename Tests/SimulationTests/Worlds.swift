import EngineTestSupport
import Glibc
import Synchronization

/// Worlds one after the other on each processor; each of them is on one thread.
struct Worlds {
    /// How one of them went.
    struct Account: Sendable {
        let seed: UInt64
        let cashOutCount: Int
        let broken: [String]
        let report: String
        let trace: [String]
    }

    struct Summary: Sendable {
        var count = 0
        var cashOutCount = 0
        /// The lowest seed that broke a promise.
        var failure: Account?
        var last: Account?

        fileprivate mutating func take(_ account: Account) {
            count += 1
            cashOutCount += account.cashOutCount
            last = account
            if !account.broken.isEmpty, account.seed < failure?.seed ?? .max { failure = account }
        }
    }

    private static let lanesMax = 8

    /// Lives through the worlds of these seeds, in their order, until one of them breaks a promise.
    static func live(_ seeds: ClosedRange<UInt64>, flaw: Flaw? = nil) async throws -> Summary {
        let line = Line(seeds)
        return try await withThrowingTaskGroup { group in
            for _ in 1...min(lanesMax, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) {
                group.addTask {
                    let executor = WatchedExecutor()
                    while let seed = line.next() {
                        let simulation = try Simulation(seed: seed, flaw: flaw, on: executor)
                        try await simulation.run()
                        line.take(simulation.account)
                    }
                }
            }
            try await group.waitForAll()
            return line.summary
        }
    }

    /// The seeds that are left, and what came of the others.
    private final class Line: Sendable {
        private let state: Mutex<(seeds: ClosedRange<UInt64>, next: UInt64, summary: Summary)>

        init(_ seeds: ClosedRange<UInt64>) {
            state = Mutex((seeds, seeds.lowerBound, Summary()))
        }

        var summary: Summary { state.withLock { $0.summary } }

        func next() -> UInt64? {
            state.withLock { state in
                guard state.seeds.contains(state.next), state.summary.failure == nil else { return nil }
                defer { state.next += 1 }
                return state.next
            }
        }

        func take(_ account: Account) { state.withLock { $0.summary.take(account) } }
    }
}

extension Simulation {
    fileprivate var account: Worlds.Account {
        Worlds.Account(
            seed: seed, cashOutCount: cashOutCount, broken: nature.broken, report: nature.broken.isEmpty ? "" : report,
            trace: Seeds.isOne ? trace : [])
    }
}
