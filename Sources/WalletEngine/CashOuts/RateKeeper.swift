import Logging
import ServiceLifecycle
import WalletCore
import WalletStore

/// Reads the sources of exchange rates, and keeps the latest of each pair.
struct RateKeeper: Service {
    /// Every source has a time-out of its own, and none a longer one.
    private static let timeoutMax: Duration = .seconds(600)

    private let floor: CashOutFloor

    init(_ floor: CashOutFloor) {
        self.floor = floor
    }

    func run() async throws {
        try await Rounds(floor, signal: floor.signals.rates, parties: { $0.rates.map(\.name) }, visit: read).run()
    }

    private func read(_ name: String) async throws(StoreError) -> Rota.Outcome {
        guard let watched = floor.inForce.current.rates.first(where: { $0.name == name }) else {
            return .refused
        }
        let answer = await Answer.of(within: RateKeeper.timeoutMax, floor.clock) { () throws(PortFailure) in
            try await watched.source.read()
        }
        switch answer {
        case .interrupted: return .refused
        case .failed(let failure):
            floor.logger.notice("the rates of \(name) could not be read: \(failure.message)")
            noteSilence(failure, of: name)
            return failure.reason.needsAttention ? .refused : .failed(retryAfter: failure.retryAfter)
        case .given(let rates): return try await keep(rates, of: watched)
        }
    }

    /// A configuration that was loaded meanwhile may not have it any more.
    private func noteSilence(_ failure: PortFailure, of name: String) {
        guard isConfigured(name) else { return }
        floor.desk.rateSilences.note(failure, of: name, at: floor.clock.now())
        floor.signals.decisions.raise()
    }

    private func isConfigured(_ name: String) -> Bool { floor.inForce.current.rates.contains { $0.name == name } }

    private func keep(_ rates: [Rate], of watched: WatchedRates) async throws(StoreError) -> Rota.Outcome {
        do throws(StoreError) {
            try await floor.ledger.commit { transaction, _ throws(StoreError) in
                if isConfigured(watched.name) { try transaction.save(rates, of: watched.name) }
            }
        } catch {
            guard error.mayPass else { throw error }
            return .failed(retryAfter: nil)
        }
        floor.desk.rateSilences.forget(watched.name)
        floor.signals.decisions.raise()
        return .answered(next: watched.every)
    }
}
