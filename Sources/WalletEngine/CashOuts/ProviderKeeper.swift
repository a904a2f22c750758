import Logging
import ServiceLifecycle
import WalletCore
import WalletStore

/// Asks each provider what it promises: when a configuration is loaded, and daily. What it says is kept; before it has
/// said anything, it is not used.
struct ProviderKeeper: Service {
    private static let interval: Duration = .seconds(86_400)

    private let floor: CashOutFloor

    init(_ floor: CashOutFloor) {
        self.floor = floor
    }

    func run() async throws {
        try await Rounds(
            floor, signal: floor.signals.providers, parties: { $0.cashOuts.providers.keys.sorted() }, visit: describe
        ).run()
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
            floor.desk.silences.note(failure, of: name, at: floor.clock.now())
            floor.signals.decisions.raise()
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
        floor.desk.silences.forget(name)
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
