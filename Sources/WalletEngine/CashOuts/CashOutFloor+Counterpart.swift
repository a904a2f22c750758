import Logging
import WalletCore
import WalletStore

/// Who got a request, and whether that is still who it was.
extension CashOutFloor {
    /// As it was when the request was made; `nil`: what was kept of it cannot be read any more.
    func provider(of cashOut: CashOut, _ request: StoredRequest) -> (any CashOutProvider)? {
        let definition = PayoutRoute.Definition(provider: request.provider, destination: request.destination)
        do throws(PortFailure) {
            return try inForce.current.configuration.parties?.follow(definition, cashOut.plan.provider)
        } catch {
            logger.error("the provider of the cash-out \(cashOut.id) cannot be reached (\(error.message))")
            return nil
        }
    }

    func circumstances(
        of stored: StoredCashOut, at now: Timestamp, in transaction: some StoreTransaction
    ) throws(StoreError) -> Circumstances {
        guard let dispatch = stored.cashOut.state.dispatch else { return circumstances(at: now) }
        var facts = circumstances(at: now, provider: counterpart(of: stored.cashOut.plan.route))
        if dispatch.request.credentials != nil, let request = try transaction.request(of: stored) {
            facts.credentials = credentials(of: stored.cashOut, request)
        }
        return facts
    }

    /// A keyed hash of what the request's credentials are by now; `nil`: they cannot be read.
    private func credentials(of cashOut: CashOut, _ request: StoredRequest) -> String? {
        do throws(PortFailure) {
            return try provider(of: cashOut, request)?.credentials()
        } catch {
            return nil
        }
    }

    /// What decides whether it is sent again: also what the provider promises by now.
    func circumstances(
        ofRepeating stored: StoredCashOut, at now: Timestamp, in transaction: some StoreTransaction
    ) throws(StoreError) -> Circumstances {
        var facts = try circumstances(of: stored, at: now, in: transaction)
        let promise = try transaction.providerStandings()[stored.cashOut.plan.provider]?.promise
        if let promise, promise.idempotency == nil { facts.promise = .takenBack }
        return facts
    }

    /// What the configuration does not have any more is who it was: its definition is kept. What it has, and what
    /// resolves to another now, a person has changed.
    private func counterpart(of route: Plan.Route) -> Circumstances.Counterpart {
        let configuration = inForce.current
        if let way = configuration.route(to: route.destination) {
            do throws(PortFailure) {
                let identities = try way.identities()
                return identities.destination == route.destinationIdentity
                    && identities.provider == route.providerIdentity
                    ? .asPrepared : .changed
            } catch {
                return .changed
            }
        }
        let provider = configuration.cashOuts.providers[route.provider]?.identityHash ?? route.providerIdentity
        return provider == route.providerIdentity ? .asPrepared : .changed
    }
}
