/// The whole decision again, before a planned cash-out is sent.
extension CashOutCase {
    func reasons(
        againstSending plan: Plan, selected: [HoldingStanding], holdings: [HoldingStanding], budgets: OpenBudgets
    ) -> [CashOutReason] {
        var reasons = standingReasons + changes(since: plan.route) + providerReasons + gone(plan)
        reasons += self.reasons(keepingOut: plan.legs, holdings)
        if !isDue(selected.filter(\.isKnown)) { reasons += belowThreshold(selected) }
        if let route, let provider, let draft = draft(plan, holdings, among: selected) {
            let priced = price(draft, along: route, by: provider)
            reasons += priced.reasons
            do throws(ExchangeError) {
                if let cost = priced.cost { reasons += try budgets.reasons(against: cost) }
            } catch {
                reasons.append(ratesMissing(error))
            }
        }
        return counting(reasons).filter { plan.bundle == nil || !$0.code.isChangedByParts }.withoutRepeats
    }

    /// What must stay is what it was when it was planned, and what the rule leaves of all its holdings now.
    private func draft(_ plan: Plan, _ holdings: [HoldingStanding], among selected: [HoldingStanding]) -> Draft? {
        guard holdings.count == plan.legs.count, let sum = holdings.sum(of: plan.keeps.asset) else { return nil }
        var room = sum.units - plan.keeps.units
        if let rule, rule.asset == sum.asset {
            room = min(room, selected.filter(\.isKnown).room(leaving: rule.reserve)?.units ?? 0)
        }
        var draft = Draft(holdings, room: Amount(units: room, of: sum.asset))
        draft.fixed = plan.legs
        draft.debits = plan.debitLegs
        draft.quoted = quote(of: plan)
        return draft
    }

    /// Once there is a request, the price that it carries, whatever was named since.
    private func quote(of plan: Plan) -> Quote {
        guard let request = cashOut?.state.dispatch?.request else {
            return plan.price(at: now, among: facts.quotes) ?? plan.quote
        }
        var quote = plan.quote
        quote.expires = request.priceExpires
        return quote
    }

    private func gone(_ plan: Plan) -> [CashOutReason] {
        guard let name = plan.rule else { return [] }
        guard let rule else {
            var reason = CashOutReason(.needsConfirm, "The rule \(name) is not configured any more.")
            reason.clearsWhen = "it is configured and confirmed again"
            return [reason]
        }
        guard rule.destination != plan.destination || !plan.legs.allSatisfy({ rule.selects($0.holding) }) else {
            return []
        }
        var reason = CashOutReason(.needsConfirm, "The rule \(name) takes from others or pays to another by now.")
        reason.clearsWhen = "it is planned again"
        return [reason]
    }
}

extension CashOutReason.Code {
    /// Whether one part of a bundle that went, or was rejected, makes it true for the others.
    fileprivate var isChangedByParts: Bool {
        self == .belowThreshold || self == .notConfirmed || self == .coolingDown || self == .backoff
    }
}
