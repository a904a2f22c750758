/// Whether destination and provider are those that were looked at, and for long enough.
extension CashOutCase {
    var routeReasons: [CashOutReason] {
        guard let destination else {
            return [changed(.destinationChanged, "The destination is not configured any more.")]
        }
        guard let provider else {
            return [changed(.providerChanged, "The provider \(destination.provider) is not configured any more.")]
        }
        return [destinationChanged(destination), providerChanged(provider), coolingOff(destination, provider)]
            .compactMap(\.self)
    }

    /// What a plan that was made before is held by, because destination or provider are others now.
    func changes(since route: Plan.Route) -> [CashOutReason] {
        guard let destination, let provider else { return [] }
        var reasons: [CashOutReason] = []
        if destination.identity != route.destinationIdentity, destinationChanged(destination) == nil {
            reasons.append(
                changed(.destinationChanged, "The destination \(destination.name) is another one than was planned."))
        }
        if provider.identityHash != route.providerIdentity || provider.name != route.provider,
            providerChanged(provider) == nil
        {
            reasons.append(
                changed(.providerChanged, "The provider of \(destination.name) is another one than was planned."))
        }
        return reasons
    }

    private func destinationChanged(_ destination: Destination) -> CashOutReason? {
        guard let sight = facts.destinations[destination.name], sight.identity != destination.identity else {
            return nil
        }
        return changed(.destinationChanged, "The destination \(destination.name) is another one than it was.")
    }

    private func providerChanged(_ provider: Provider) -> CashOutReason? {
        guard let standing = facts.providers[provider.name], standing.sight.identity != provider.identityHash else {
            return nil
        }
        return changed(.providerChanged, "The provider \(provider.name) is another one than it was.")
    }

    private func changed(_ code: CashOutReason.Code, _ message: String) -> CashOutReason {
        var reason = CashOutReason(code, message)
        reason.clearsWhen = "the change is loaded, has rested, and the rule is confirmed again"
        return reason
    }

    private func coolingOff(_ destination: Destination, _ provider: Provider) -> CashOutReason? {
        let since = max(
            facts.destinations[destination.name]?.since ?? now, facts.providers[provider.name]?.sight.since ?? now)
        guard now < since + destination.coolingOff else { return nil }
        let passed = max(now - since, .zero).wording
        var reason = CashOutReason(
            .destinationCoolingOff,
            "The destination \(destination.name) is as it is for \(passed), less than "
                + "\(destination.coolingOff.wording).")
        reason.value = passed
        reason.limit = destination.coolingOff.wording
        reason.since = since
        reason.clearsWhen = "it is \(since + destination.coolingOff)"
        return reason
    }
}
