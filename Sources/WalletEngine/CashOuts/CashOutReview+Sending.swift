import WalletCore
import WalletStore

extension CashOutReview {
    /// All that stands against sending a planned cash-out now.
    func reasons(
        againstSending cashOut: CashOut, _ identified: CashOutConfiguration? = nil
    ) throws(StoreError) -> [CashOutReason] {
        let facts = try facts(with: Set(cashOut.plan.legs.map(\.holding.source)))
        let reasons = CashOutRound(identified ?? configuration.cashOuts, on: facts).reasons(againstSending: cashOut)
        return desk.seam.reasons(reasons)
    }
}

extension CashOutReview where Transaction == WriteTransaction {
    /// The configuration with who gets the value as that resolves now. Where it is another one than was loaded, that is
    /// kept and announced: it rests, and consent is asked for, anew.
    func identify(_ cashOut: CashOut) throws(StoreError) -> CashOutConfiguration {
        let plan = cashOut.plan
        let loaded = configuration.cashOuts
        guard let route = configuration.route(to: plan.destination) else { return loaded }
        var identified = loaded
        let identities: PayoutRoute.Identities
        do throws(PortFailure) {
            identities = try route.identities()
        } catch {
            // Whose secret cannot be resolved is nobody who could be paid.
            identified.destinations[plan.destination]?.identity = ""
            return identified
        }
        if identities.destination != loaded.destinations[plan.destination]?.identity {
            identified.destinations[plan.destination]?.identity = identities.destination
            identified.destinations[plan.destination]?.lastFour = identities.lastFour
        }
        identified.providers[plan.provider]?.identityHash = identities.provider
        if identified != loaded { try remember(identified, .awaitsReload) }
        return identified
    }

    /// Keeps and announces who is new or another.
    func remember(
        _ identified: CashOutConfiguration, _ loading: EventDraft.Loading = .loaded
    ) throws(StoreError) {
        let changes = try transaction.configure(configuration.configuredCashOuts(identified))
        let changed = Set(changes.changedDestinations)
        for name in changes.newDestinations {
            try announce(identified.destinations[name]) { .destinationNew($0, at: $1) }
        }
        for (name, destination) in identified.destinations.sorted(by: { $0.key < $1.key })
        where changed.contains(name) || changes.changedProviders.contains(destination.provider) {
            let change: EventDraft.Change = changed.contains(name) ? .account : .provider
            try announce(destination) { .destinationChanged($0, by: change, loading, at: $1) }
        }
    }

    private func announce(
        _ destination: Destination?, _ draft: (Destination, Timestamp) -> EventDraft
    ) throws(StoreError) {
        guard let destination else { return }
        _ = try transaction.append([draft(destination, look.now)])
    }
}
