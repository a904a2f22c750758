/// The bounds of what is moved.
extension CashOutCase {
    /// What a draft may lose at most: its room, and `max_amount`.
    func cap(_ draft: Draft) throws(ExchangeError) -> Amount {
        guard let most = rule?.maxAmount else { return draft.room }
        let converted = try facts.rates.convert(most, to: draft.room.asset, rounding: .down).amount
        return converted.units < draft.room.units ? converted : draft.room
    }

    /// The greatest amount that is a whole number of steps and not more; of a step in another asset, worth one.
    func floored(_ amount: Amount, to step: Amount?) throws(ExchangeError) -> Amount {
        guard let step, step.units > 1 || (step.units == 1 && step.asset != amount.asset), amount.units > 0 else {
            return amount
        }
        let worth = try facts.rates.convert(amount, to: step.asset, rounding: .down).amount
        let whole = Amount(units: worth.units - worth.units % step.units, of: step.asset)
        let back = try facts.rates.convert(whole, to: amount.asset, rounding: .up).amount
        return back.units < amount.units ? back : amount
    }

    /// Why so much cannot be moved at all.
    func refusal(
        of amount: Amount, _ draft: Draft, _ provider: Provider
    ) throws(ExchangeError) -> CashOutReason? {
        if draft.room.units <= 0 { return nothingOver(draft) }
        if let leg = draft.overdrawnLeg { return overdrawn(leg, of: draft.holdings) }
        let minimums = [(rule?.minAmount, "the rule"), (provider.minimum, provider.name)]
        for case (let minimum?, let name) in minimums {
            let worth = try facts.rates.convert(amount, to: minimum.asset, rounding: .down).amount
            guard worth.units < minimum.units else { continue }
            return belowMinimum("\(amount) is less than the minimum of \(name), \(minimum).", amount, minimum)
        }
        if amount.units <= 0 {
            let least = provider.step ?? Amount(units: 1, of: amount.asset)
            return belowMinimum(
                "What may go of \(draft.available) is less than the least that \(provider.name) moves, \(least).",
                amount,
                least)
        }
        guard draft.fixed != nil, draft.quoted == nil, let step = provider.step,
            try floored(amount, to: step).units != amount.units
        else { return nil }
        return belowMinimum("\(amount) is not a multiple of the step of \(provider.name), \(step).", amount, step)
    }

    private func belowMinimum(_ message: String, _ value: Amount, _ limit: Amount) -> CashOutReason {
        var reason = CashOutReason(.belowMinimum, message)
        reason.value = value.description
        reason.limit = limit.description
        reason.clearsWhen = "there is more to move"
        return reason
    }

    private func nothingOver(_ draft: Draft) -> CashOutReason {
        var reason = CashOutReason(
            .reserve, "\(draft.available) has nothing over \(draft.keeps), which stays behind.")
        reason.value = draft.available.description
        reason.limit = draft.keeps.description
        reason.clearsWhen = "the balance is above \(draft.keeps)"
        return reason
    }

    private func overdrawn(_ leg: Leg, of holdings: [HoldingStanding]) -> CashOutReason {
        var reason = CashOutReason(.reserve, "\(leg.holding.name) has less than the \(leg.amount) that would go.")
        reason.value = leg.amount.description
        reason.limit = holdings.first { $0.id == leg.holding }?.available.description
        reason.clearsWhen = "the balance is larger"
        return reason
    }

    /// The debit is more than may go, however small the amount was made.
    func overdrawn(_ draft: Draft, _ cost: Cost, moving amount: Amount) -> CashOutReason {
        let most = draft.most(from: draft.legs(moving: amount), within: draft.room)
        guard cost.debit.units > most.units else { return aboveMaximum(draft, cost) }
        guard cost.debit.units > draft.room.units else { return short(cost, of: most) }
        let left = Amount(units: draft.available.units - cost.debit.units, of: cost.debit.asset)
        var reason = CashOutReason(
            .reserve, "\(cost.debit) with the fee would leave \(left) of \(draft.available), less than \(draft.keeps).")
        reason.value = left.description
        reason.limit = draft.keeps.description
        reason.clearsWhen = "the balance is larger or the fee smaller"
        return reason
    }

    private func short(_ cost: Cost, of there: Amount) -> CashOutReason {
        var reason = CashOutReason(
            .reserve, "The holdings that would go have \(there), less than \(cost.debit) with the fee.")
        reason.value = cost.debit.description
        reason.limit = there.description
        reason.clearsWhen = "the balances are larger or the fee smaller"
        return reason
    }

    private func aboveMaximum(_ draft: Draft, _ cost: Cost) -> CashOutReason {
        let isPlanned = draft.quoted != nil
        var reason = CashOutReason(
            isPlanned ? .budgetSpent : .feeTooHigh, "\(cost.debit) with the fee are more than max_amount.")
        reason.value = cost.debit.description
        reason.limit = rule?.maxAmount?.description
        reason.clearsWhen = isPlanned ? "less is planned" : "the fee is smaller"
        return reason
    }
}
