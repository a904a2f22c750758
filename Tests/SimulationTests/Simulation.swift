import EngineTestSupport
import Glibc
import Synchronization
import WalletCore

@testable import WalletEngine
@testable import WalletStore

/// One seed's world, from its beginning to its end.
final class Simulation {
    let seed: UInt64
    let nature: Nature
    let flaw: Flaw?
    var world: World
    var blueprint: Blueprint
    var steps: Int
    /// Whether events and cash-outs are gone with an older database.
    var isRestored = false
    /// A copy of the database, and how many cash-outs it had.
    var hasCopy = false
    /// Looks in a row at which a rule had no decision.
    var decidedLate = 0
    /// As of the look before.
    var standing: [String] = []
    /// How many cash-outs there were.
    var cashOutCount = 0

    /// Where there is one, a disk that forgets nothing and waits for nothing.
    static let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

    init(
        seed: UInt64, flaw: Flaw? = nil, of plan: @Sendable (inout Dice) -> Blueprint = { Blueprint(&$0) },
        on executor: WatchedExecutor = WatchedExecutor()
    ) throws {
        self.executor = executor
        self.seed = seed
        self.flaw = flaw
        world = try World(in: Simulation.folder)
        nature = Nature(seed: seed, time: world.time)
        blueprint = nature.roll(plan)
        steps = nature.roll { $0.number(12...30) }
        for account in blueprint.accounts {
            nature.state.withLock { $0.change(account, by: Int128($0.dice.number(0...12) * 10_000), at: .zero) }
        }
        nature.state.withLock { [blueprint] in $0.lags = blueprint.lags }
    }

    /// Where everything of this world runs.
    let executor: WatchedExecutor

    func run() async throws {
        try await withTaskExecutorPreference(executor) { try await live() }
    }

    private func live() async throws {
        arrange()
        while steps > 0, nature.broken.isEmpty { try await incarnation() }
        nature.state.withLock { state in
            state.isCalm = true
            state.crash = nil
            state.isDiskFull = false
            state.isDead = false
            state.isForward = false
        }
        guard nature.broken.isEmpty else { return }
        nature.note("calm")
        try await begin { running async throws in
            try await self.comeToRest(running)
            return .crashed
        }
    }

    /// Puts all of it on one thread, with the seed's dice, and cuts in where the seed and the flaw do.
    func arrange() {
        let executor = executor
        let thread = executor.thread()
        let seam = flaw.commitSeam(nature)
        let decisions = flaw.decisionSeam()
        world.place = { .oneThread(executor) }
        world.chance = Chance { [nature] in nature.roll { $0.bits() } }
        world.reader = { StoreReader($0, on: thread) }
        world.open = { [nature] location, now in
            let opened = try await Store.open(location, newID: "simulated", now: now, on: thread)
            await opened.store.cut(seam)
            if case .wentBack = opened.findings.history {
                nature.state.withLock { $0.stopped = "history went back" }
            }
            return opened
        }
        world.arrange = { $0.seam = decisions }
    }

    /// From a start of the daemon to its end, whichever it is.
    private func incarnation() async throws {
        nature.state.withLock { state in
            state.isDead = false
            state.isForward = false
        }
        try await begin { running async throws in
            if self.nature.roll({ !$0.oneIn(4) }) { await self.confirmAll(running) }
            while self.steps > 0, !self.nature.isDead, self.nature.broken.isEmpty {
                self.steps -= 1
                if let end = try await self.act(on: running) { return end }
                await self.check(running)
            }
            return .crashed
        }
        between()
    }

    func begin(_ body: (RunningEngine) async throws -> World.End) async throws {
        nature.note("start")
        do {
            try await world.live(blueprint.configuration(in: nature), body)
        } catch {
            guard nature.isDead || nature.state.withLock({ $0.isDiskFull }) else { throw error }
            nature.state.withLock { $0.isDiskFull = false }
        }
    }
}

extension Simulation {
    var trace: [String] { nature.state.withLock { $0.trace } }

    /// For the person who is to find out why.
    var report: String {
        """
        seed \(seed) broke a promise: \(nature.broken.joined(separator: "; "))
        \(trace.suffix(50).joined(separator: "\n"))
        again: make simulate SEED=\(seed)
        """
    }
}
