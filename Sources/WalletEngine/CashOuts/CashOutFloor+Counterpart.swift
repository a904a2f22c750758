import WalletCore
import WalletStore

/// Who got a request, and whether that is still who it was.
extension CashOutFloor {
    /// As it was when the request was made; `nil`: that cannot be read any more.
    func payer(of cashOut: CashOut, _ request: StoredRequest) -> Payer? {
        guard let dispatch = cashOut.state.dispatch else { return nil }
        return inForce.current.configuration.cashOuts.restore(
            PayerDefinition(
                provider: request.provider, destination: request.destination, name: cashOut.plan.provider,
                timeout: dispatch.request.timeout))
    }

    func circumstances(
        of stored: StoredCashOut, at now: Timestamp, in transaction: some StoreTransaction
    ) throws(StoreError) -> Circumstances {
        circumstances(at: now, provider: try counterpart(of: stored, in: transaction))
    }

    /// What the configuration does not have any more is who it was, as long as its secrets resolve to the same; what it
    /// has as another, a person has changed.
    private func counterpart(
        of stored: StoredCashOut, in transaction: some StoreTransaction
    ) throws(StoreError) -> Circumstances.Counterpart {
        guard stored.cashOut.state.dispatch != nil, let request = try transaction.request(of: stored) else {
            return .asPrepared
        }
        let route = stored.cashOut.plan.route
        guard let identity = payer(of: stored.cashOut, request)?.identify(),
            identity == PayerIdentity(provider: route.providerIdentity, destination: route.destinationIdentity)
        else { return .changed }
        let configured = inForce.current.cashOuts
        let provider = configured.providers[route.provider]?.identityHash ?? route.providerIdentity
        let destination = configured.destinations[route.destination]?.identity ?? route.destinationIdentity
        return provider == route.providerIdentity && destination == route.destinationIdentity ? .asPrepared : .changed
    }
}
