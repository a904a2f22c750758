extension CashOutRule {
    /// Everything by which the rule, as configured with its provider, can never act, or must not.
    ///
    /// Amounts of different assets are not compared, since rates change; nor is what a fee table says, since a quote may
    /// be less. `sources` are all that are configured; only those that `from` names exactly are judged.
    package func flaws(
        by provider: Provider?, limits: Budget?, sources: [SourceSettings]
    ) -> [CashOutFlaw] {
        amountFlaws + (provider.map(boundFlaws) ?? [])
            + budgetFlaws(provider, limits) + sourceFlaws(sources)
    }

    private var amountFlaws: [CashOutFlaw] {
        let bounds = [
            ("when_above", whenAbove), ("leave", leave), ("min_amount", minAmount), ("max_fee", maxFee.amount),
        ]
        var flaws = bounds.compactMap { key, amount in
            amount.flatMap { $0.isNegative ? CashOutFlaw(.negative, key, "\(key), \($0), is below zero") : nil }
        }
        if leave.asset != asset {
            flaws.append(
                CashOutFlaw(
                    .mixedAssets, "leave", "leave is in \(leave.asset.code), but when_above in \(asset.code)"))
        } else if whenAbove.units < leave.units {
            flaws.append(
                CashOutFlaw(
                    .thresholdBelowLeave, "when_above",
                    "when_above, \(whenAbove), is below what is left behind, \(leave): there would be nothing to move"))
        }
        if let maxAmount, maxAmount.units <= 0 {
            flaws.append(CashOutFlaw(.nothingAllowed, "max_amount", "max_amount must be above zero"))
        }
        if let minAmount, let maxAmount, maxAmount.isBelow(minAmount) {
            flaws.append(
                CashOutFlaw(
                    .minimumAboveMaximum, "min_amount",
                    "min_amount, \(minAmount), is more than max_amount, \(maxAmount)"))
        }
        return flaws
    }

    private func boundFlaws(_ provider: Provider) -> [CashOutFlaw] {
        guard let maxAmount else { return [] }
        var flaws: [CashOutFlaw] = []
        if let minimum = provider.minimum, maxAmount.isBelow(minimum) {
            flaws.append(
                CashOutFlaw(
                    .maximumBelowProviderMinimum, "max_amount",
                    "max_amount, \(maxAmount), is less than the minimum of \(provider.name), \(minimum)"))
        }
        if let step = provider.step, maxAmount.isBelow(step) {
            flaws.append(
                CashOutFlaw(
                    .maximumBelowStep, "max_amount",
                    "max_amount, \(maxAmount), is less than one step of \(provider.name), \(step)"))
        }
        return flaws
    }

    private func budgetFlaws(_ provider: Provider?, _ limits: Budget?) -> [CashOutFlaw] {
        var flaws: [CashOutFlaw] = []
        if mode == .auto, budget == nil {
            flaws.append(CashOutFlaw(.budgetMissing, "budget", "a rule with mode = \"auto\" needs a budget"))
        }
        if mode == .auto, limits == nil {
            flaws.append(
                CashOutFlaw(.limitsMissing, "limits", "with mode = \"auto\" there must be a budget in [limits]"))
        }
        for (budget, key) in [(budget, "budget"), (limits, "limits")] {
            guard let budget else { continue }
            for minimum in [minAmount, provider?.minimum].compactMap(\.self) where budget.amount.isBelow(minimum) {
                flaws.append(
                    CashOutFlaw(
                        .budgetBelowMinimum, key,
                        "the budget, \(budget.amount), is less than the least that may be moved, \(minimum)"))
            }
        }
        return flaws
    }

    private func sourceFlaws(_ sources: [SourceSettings]) -> [CashOutFlaw] {
        let named = Set(from.map(\.source).filter(\.isLiteral).map(\.pattern))
        return sources.filter { named.contains($0.name) }.sorted { $0.name < $1.name }.compactMap { source in
            guard source.kind == .carrierBilling else { return nil }
            return CashOutFlaw(.debt, "from", "\(source.name) is carrier billing: debt cannot be cashed out")
        }
    }
}

extension Amount {
    /// Of one asset, and less.
    fileprivate func isBelow(_ other: Amount) -> Bool { asset == other.asset && units < other.units }
}
