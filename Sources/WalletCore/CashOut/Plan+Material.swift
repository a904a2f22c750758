extension Plan {
    /// All that an approval is about, as text; the plan's id is a hash of it.
    ///
    /// The identities of destination and provider, the legs, debit, cost, net, and the worst processing time.
    package var material: String {
        let processing = processing.map { "\($0.most.wholeMilliseconds)ms" } ?? "unknown"
        let parts =
            [
                "destination=\(route.destinationIdentity)", "provider=\(route.providerIdentity)",
                "debit=\(cost.debit.identity)", "cost=\(cost.cost.identity)", "net=\(cost.net.identity)",
                "processing=\(processing)",
            ] + legs.map { "leg=\($0.amount.identity) \($0.holding)" }
        return parts.joined(separator: "\n")
    }

    /// Whether somebody who approved `approved` has not thereby approved this.
    ///
    /// Other identities or legs, a larger debit or cost, a smaller net or one in another asset, a later worst
    /// processing time, or one that is not known any more.
    package func isMaterially(worseThan approved: Plan) -> Bool {
        guard route == approved.route, legs == approved.legs else { return true }
        return !cost.debit.isAtMost(approved.cost.debit) || !cost.cost.isAtMost(approved.cost.cost)
            || !approved.cost.net.isAtMost(cost.net) || isSlower(than: approved)
    }

    private func isSlower(than approved: Plan) -> Bool {
        switch (processing, approved.processing) {
        case (_, nil): false
        case (nil, _?): true
        case (let now?, let before?): now.most > before.most
        }
    }
}

extension Amount {
    /// Whether this is of the same asset and not more.
    fileprivate func isAtMost(_ other: Amount) -> Bool { asset == other.asset && units <= other.units }
}
