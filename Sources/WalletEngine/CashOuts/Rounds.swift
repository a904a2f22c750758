import ServiceLifecycle
import WalletCore
import WalletStore

/// Asks several parties, each in a task of its own when the rota says that it is due: all of them when a configuration is
/// loaded.
actor Rounds {
    private let floor: CashOutFloor
    /// Raised when another one may be due.
    private let signal: Signal
    private let parties: @Sendable (ActiveConfiguration) -> [String]
    private let visit: @Sendable (String) async throws(StoreError) -> Rota.Outcome
    private var rota = Rota()
    private var loaded = 0

    init(
        _ floor: CashOutFloor, signal: Signal, parties: @escaping @Sendable (ActiveConfiguration) -> [String],
        visit: @escaping @Sendable (String) async throws(StoreError) -> Rota.Outcome
    ) {
        self.floor = floor
        self.signal = signal
        self.parties = parties
        self.visit = visit
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.visitUntilCancelled() }
    }

    private func visitUntilCancelled() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for name in due() { group.addTask { try await self.ask(name) } }
                let wait = rota.next.map { max($0 - floor.clock.sinceBoot(), .zero) }
                await signal.wait(atMost: wait, clock: floor.clock)
            }
            group.cancelAll()
        }
    }

    private func due() -> [String] {
        if floor.inForce.serial != loaded {
            loaded = floor.inForce.serial
            rota.load(parties(floor.inForce.current), at: floor.clock.sinceBoot())
        }
        return rota.begin(at: floor.clock.sinceBoot())
    }

    private func ask(_ name: String) async throws(StoreError) {
        let outcome = try await visit(name)
        rota.end(name, outcome, at: floor.clock.sinceBoot())
        signal.raise()
    }
}
