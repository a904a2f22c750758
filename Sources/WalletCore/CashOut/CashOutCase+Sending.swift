/// The whole decision again, before a planned cash-out is sent.
extension CashOutCase {
    func reasons(
        againstSending plan: Plan, selected: [HoldingStanding], holdings: [HoldingStanding], budgets: OpenBudgets
    ) -> [CashOutReason] {
        var reasons = standingReasons + changes(since: plan.route) + providerReasons + gone(plan)
        reasons += self.reasons(keepingOut: plan.legs, holdings)
        if !isDue(selected.filter(\.isKnown)) { reasons += belowThreshold(selected) }
        if let route, let provider, let draft = draft(plan, holdings) {
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

    private func draft(_ plan: Plan, _ holdings: [HoldingStanding]) -> Draft? {
        guard holdings.count == plan.legs.count, let sum = holdings.sum(of: plan.keeps.asset) else { return nil }
        var draft = Draft(holdings, room: Amount(units: sum.units - plan.keeps.units, of: sum.asset))
        draft.fixed = plan.legs
        draft.quoted = plan.price(at: now, among: facts.quotes) ?? plan.quote
        return draft
    }

    private func gone(_ plan: Plan) -> [CashOutReason] {
        guard let name = plan.rule, rule == nil else { return [] }
        var reason = CashOutReason(.needsConfirm, "The rule \(name) is not configured any more.")
        reason.clearsWhen = "it is configured and confirmed again"
        return [reason]
    }
}

extension CashOutReason.Code {
    /// Whether one part of a bundle that went, or was rejected, makes it true for the others.
    fileprivate var isChangedByParts: Bool {
        self == .belowThreshold || self == .notConfirmed || self == .coolingDown || self == .backoff
    }
}
