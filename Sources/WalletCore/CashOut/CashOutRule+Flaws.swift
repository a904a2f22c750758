extension CashOutRule {
    /// Everything by which the rule, as configured with its provider, can never act, or must not.
    ///
    /// Amounts of different assets are not compared: rates change. `sources` are all that are configured; only those
    /// that `from` names exactly are judged, a pattern may match others later.
    package func flaws(
        by provider: Provider?, limits: Budget?, sources: [SourceSettings]
    ) -> [CashOutFlaw] {
        amountFlaws + (provider.map(boundFlaws) ?? []) + (provider.map(feeFlaws) ?? [])
            + budgetFlaws(provider, limits) + sourceFlaws(sources)
    }

    private var amountFlaws: [CashOutFlaw] {
        var flaws: [CashOutFlaw] = []
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

    private func feeFlaws(_ provider: Provider) -> [CashOutFlaw] {
        guard let fee = provider.fee else { return [] }
        var flaws: [CashOutFlaw] = []
        if let most = maxFee.amount, let least = fee.least, most.isBelow(least) {
            flaws.append(
                CashOutFlaw(
                    .feeAboveCeiling, "max_fee",
                    "max_fee, \(most), is less than the least fee of \(provider.name), \(least)"))
        }
        if let most = maxFee.percent, let share = fee.percent, fee.maximum == nil, most.isBelow(share) {
            flaws.append(
                CashOutFlaw(
                    .feeAboveCeiling, "max_fee",
                    "max_fee, \(most), is less than the share that \(provider.name) takes, \(share)"))
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
            if let least = provider?.fee?.least, budget.fees.isBelow(least) {
                flaws.append(
                    CashOutFlaw(
                        .budgetBelowFee, key,
                        "the budget for fees, \(budget.fees), is less than the least fee, \(least)"))
            }
        }
        return flaws
    }

    private func sourceFlaws(_ sources: [SourceSettings]) -> [CashOutFlaw] {
        let named = Set(from.map(\.source).filter(\.isLiteral).map(\.pattern))
        return sources.filter { named.contains($0.name) }.sorted { $0.name < $1.name }.compactMap { source in
            if source.kind == .carrierBilling {
                return CashOutFlaw(.debt, "from", "\(source.name) is carrier billing: debt cannot be cashed out")
            }
            switch source.withdrawal {
            case .direct, .partner, .voucher: return nil
            case .none:
                return CashOutFlaw(
                    .notWithdrawable, "from",
                    "nothing can be withdrawn from \(source.name): its withdrawal is \"none\"")
            }
        }
    }
}

extension Amount {
    /// Of one asset, and less.
    fileprivate func isBelow(_ other: Amount) -> Bool { asset == other.asset && units < other.units }
}

extension FeeTable {
    /// No cash-out costs less; `nil` where that is not said in one asset.
    fileprivate var least: Amount? {
        switch (minimum, fixed) {
        case (let minimum?, let fixed?) where minimum.asset == fixed.asset:
            capped(minimum.units < fixed.units ? fixed : minimum)
        case (let minimum?, _): capped(minimum)
        case (nil, let fixed?): capped(fixed)
        case (nil, nil): nil
        }
    }

    private func capped(_ amount: Amount) -> Amount {
        guard let maximum, maximum.asset == amount.asset, maximum.units < amount.units else { return amount }
        return maximum
    }
}
