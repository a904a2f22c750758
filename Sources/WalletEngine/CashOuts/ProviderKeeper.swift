import Logging
import ServiceLifecycle
import WalletCore
import WalletStore

/// Asks each provider what it promises: when a configuration is loaded, and daily. What it says is kept; before it has
/// said anything, it is not used.
actor ProviderKeeper: Service {
    private static let interval: Duration = .seconds(86_400)

    private let floor: CashOutFloor
    private var rota = Rota()
    private var loaded = 0

    init(_ floor: CashOutFloor) {
        self.floor = floor
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.askUntilCancelled() }
    }

    private func askUntilCancelled() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for name in due() { group.addTask { try await self.ask(name) } }
                let wait = rota.next.map { max($0 - floor.clock.sinceBoot(), .zero) }
                await floor.signals.providers.wait(atMost: wait, clock: floor.clock)
            }
            group.cancelAll()
        }
    }

    private func due() -> [String] {
        if floor.inForce.serial != loaded {
            loaded = floor.inForce.serial
            rota.load(floor.inForce.current.cashOuts.providers.keys.sorted(), at: floor.clock.sinceBoot())
        }
        return rota.begin(at: floor.clock.sinceBoot())
    }

    private func ask(_ name: String) async throws(StoreError) {
        let outcome = try await describe(name)
        rota.end(name, outcome, at: floor.clock.sinceBoot())
        floor.signals.providers.raise()
    }

    private func describe(_ name: String) async throws(StoreError) -> Rota.Outcome {
        guard let route = floor.inForce.current.anyRoute(by: name),
            let provider = floor.inForce.current.cashOuts.providers[name]
        else { return .refused }
        let answer = await Answer.of(within: provider.timeout, floor.clock) { () throws(PortFailure) in
            try await route.provider.describe()
        }
        switch answer {
        case .interrupted: return .refused
        case .failed(let failure):
            floor.logger.notice("\(name) did not say what it promises: \(failure.message)")
            await floor.noteAttention(failure, of: name)
            return failure.reason.needsAttention ? .refused : .failed(retryAfter: failure.retryAfter)
        case .given(let promise): return try await keep(promise, of: name, provider.identityHash)
        }
    }

    private func keep(
        _ promise: ProviderPromise, of name: String, _ identity: String
    ) async throws(StoreError) -> Rota.Outcome {
        do throws(StoreError) {
            try await floor.ledger.commit { transaction, _ throws(StoreError) in
                // Another one of that name has been loaded meanwhile.
                guard let standing = try transaction.providerStandings()[name], standing.sight.identity == identity,
                    standing.promise != promise
                else { return }
                try transaction.save(promise, of: name)
            }
        } catch {
            guard error.mayPass else { throw error }
            return .failed(retryAfter: nil)
        }
        floor.signals.decisions.raise()
        return .answered(next: ProviderKeeper.interval)
    }
}

extension ActiveConfiguration {
    /// A provider is the same to whichever destination it pays.
    fileprivate func anyRoute(by provider: String) -> PayoutRoute? {
        cashOuts.destinations.values.filter { $0.provider == provider }.map(\.name).min().flatMap(route)
    }
}
