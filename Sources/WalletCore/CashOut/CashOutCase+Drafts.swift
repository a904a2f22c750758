/// Which holdings go, and which of them together.
extension CashOutCase {
    /// What the provider is, whatever it asks.
    var providerReasons: [CashOutReason] {
        provider.map { Trust($0, on: today).reasons.filter { !$0.isAboutOffer } } ?? []
    }

    /// Whether the holdings that count suffice, what is overdrawn among them taken off; a person does not ask the
    /// threshold.
    func isDue(_ counted: [HoldingStanding]) -> Bool {
        guard let rule else { return true }
        switch purpose {
        case .person: return !counted.allSatisfy(\.isOverdrawn)
        case .rule: return rule.due(counted, sum: counted.sum(of: rule.asset), at: now) != nil
        }
    }

    /// Empty also where the sum is not known: that has a reason of its own.
    func belowThreshold(_ selected: [HoldingStanding]) -> [CashOutReason] {
        guard let rule else { return [] }
        let known = selected.filter(\.isKnown)
        let sum = known.sum(of: rule.asset)
        guard rule.due(known, sum: sum, at: now) == nil else { return [] }
        if selected.isEmpty { return [belowThreshold("No holding matches the rule \(rule.name).", rule, nil)] }
        guard let sum, !known.isEmpty, !selected.contains(where: { $0.holding.standing == .unlisted }) else {
            return []
        }
        return [belowThreshold("\(sum) is not above \(rule.whenAbove).", rule, sum)]
    }

    private func belowThreshold(_ message: String, _ rule: CashOutRule, _ sum: Amount?) -> CashOutReason {
        var reason = CashOutReason(.belowThreshold, message)
        reason.value = sum?.description
        reason.limit = rule.whenAbove.description
        reason.clearsWhen = "the balance is above \(rule.whenAbove)"
        return reason
    }

    /// In one request where the provider is configured and described so, else one for each holding.
    func drafts(_ holdings: [HoldingStanding], of rule: CashOutRule) -> [Draft] {
        let together = Draft.together(holdings, leaving: rule.reserve)
        guard !isBundling, let all = together.first, all.holdings.count > 1, all.room.units > 0 else { return together }
        return Draft.apart(holdings, leaving: rule.reserve, by: rule, at: now)
    }

    /// The legs that a person named.
    func drafts(_ legs: [Leg], _ holdings: [HoldingStanding]) -> [Draft] {
        let groups = isBundling ? [legs] : legs.map { [$0] }
        return groups.compactMap { legs in
            let own = holdings.filter { standing in legs.contains { $0.holding == standing.id } }
            guard own.count == legs.count, let asset = legs.first?.amount.asset, let sum = own.sum(of: asset) else {
                return nil
            }
            var draft = Draft(own, room: sum)
            draft.fixed = legs
            return draft
        }
    }

    /// What keeps named holdings out, those that there are not included.
    func reasons(keepingOut legs: [Leg], _ holdings: [HoldingStanding]) -> [CashOutReason] {
        legs.flatMap { leg in
            if let standing = holdings.first(where: { $0.id == leg.holding }) {
                return reasons(keepingOut: standing, claimed: nil)
            }
            var reason = CashOutReason(.staleBalance, "There is no holding \(leg.holding).")
            reason.subject = leg.holding
            reason.clearsWhen = "a reading lists it"
            return [reason]
        }
    }

    var nothingToMove: CashOutReason {
        var reason = CashOutReason(.reserve, "There is nothing to move.")
        reason.clearsWhen = "there is something in its holdings"
        return reason
    }

    private var isBundling: Bool {
        guard let provider, let promise = facts.providers[provider.name]?.promise else { return false }
        return provider.bundling == .bundles && promise.bundling == .bundles
    }
}
