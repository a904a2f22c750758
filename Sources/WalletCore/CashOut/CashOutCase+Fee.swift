/// Whether the cost is what was agreed, and what going together saves.
extension CashOutCase {
    /// Each part of `max_fee` that the cost is above.
    func tooHigh(_ cost: Cost) throws(ExchangeError) -> [CashOutReason] {
        guard let ceiling = rule?.maxFee else { return [] }
        var reasons: [CashOutReason] = []
        if let percent = ceiling.percent {
            let most = try percent.share(of: cost.debit, rounding: .down)
            if cost.cost.units > most.units {
                var reason = tooHigh(
                    "The cost is \(cost.cost) of \(cost.debit), more than \(percent).", cost.cost, most)
                reason.clearsWhen = "there is more to move, or the fee is smaller"
                reasons.append(reason)
            }
        }
        if let most = ceiling.amount {
            let worth = try facts.rates.convert(cost.cost, to: most.asset, rounding: .up).amount
            if worth.units > most.units {
                reasons.append(tooHigh("The cost is \(worth), more than \(most).", worth, most))
            }
        }
        return reasons
    }

    private func tooHigh(_ message: String, _ value: Amount, _ limit: Amount) -> CashOutReason {
        var reason = CashOutReason(.feeTooHigh, message)
        reason.value = value.description
        reason.limit = limit.description
        reason.clearsWhen = "the fee is smaller"
        return reason
    }

    /// A quote above what the provider is known to take: by its fee, and by what does not arrive. What is lost on the way
    /// to another asset is no fee of its table, but bounded by `max_fee`.
    func differing(_ quote: Quote, _ cost: Cost, _ provider: Provider) throws(ExchangeError) -> [CashOutReason] {
        guard let table = provider.fee else { return [] }
        let known = try table.fee(of: cost.amount, by: facts.rates)
        let isOfOneAsset = cost.net.asset == cost.debit.asset
        let taken =
            isOfOneAsset ? cost.cost : try facts.rates.convert(quote.fee, to: known.asset, rounding: .up).amount
        guard taken.units > known.units else { return [] }
        var reason = CashOutReason(
            .feeDiffers,
            "\(provider.name) takes \(taken) of \(cost.debit), more than the \(known) of its fee table.")
        reason.value = taken.description
        reason.limit = known.description
        reason.clearsWhen = "it asks no more, or the configured fee is corrected"
        return [reason]
    }

    /// What one fee for all legs saves, where the fee of each alone is known.
    func savings(_ plan: Plan, _ provider: Provider) throws(ExchangeError) -> Plan.Savings? {
        guard plan.legs.count > 1, let table = provider.fee else { return nil }
        var alone = Amount.zero(of: plan.amount.asset)
        for leg in plan.legs {
            alone = try alone.plus(table.fee(of: leg.amount, by: facts.rates))
        }
        let bundled = try facts.rates.convert(plan.fee, to: alone.asset, rounding: .up).amount
        let saved = Amount(units: max(alone.units - bundled.units, 0), of: alone.asset)
        return Plan.Savings(alone: alone, bundled: bundled, saved: saved)
    }

    func quoteFailed(_ message: String, since: Timestamp?) -> CashOutReason {
        var reason = CashOutReason(.quoteFailed, message)
        reason.since = since
        reason.clearsWhen = "the provider gives a usable quote"
        return reason
    }

    func ratesMissing(_ error: ExchangeError) -> CashOutReason {
        let causes = error.isAboutRates ? facts.rateFailures.sorted { $0.key < $1.key } : []
        let sentences =
            ["It cannot be reckoned: \(error)."]
            + causes.map { "The rate source \($0) cannot be read (\($1.reason.rawValue)): \($1.message)" }
        var reason = CashOutReason(.ratesMissing, sentences.joined(separator: " "))
        reason.since = error.since
        reason.clearsWhen = error.clearsWhen
        return reason
    }
}
