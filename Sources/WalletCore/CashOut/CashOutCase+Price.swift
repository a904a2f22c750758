/// How much goes, and at what cost.
extension CashOutCase {
    /// So often a quote is asked for a smaller amount, because the fee on top left too little.
    private static let quotesMax = 3

    /// Everything but budgets, which know of other drafts.
    func price(_ draft: Draft, along route: Plan.Route, by provider: Provider) -> PricedDraft {
        var priced = PricedDraft(draft)
        do throws(ExchangeError) {
            let room = try cap(draft)
            var amount = if let fixed = draft.fixedAmount { fixed } else { try floored(room, to: provider.step) }
            if let refusal = try refusal(of: amount, draft, provider) {
                priced.reasons.append(refusal)
                return priced
            }
            for round in 1...Self.quotesMax {
                let request = QuoteRequest(legs: draft.legs(moving: amount), route: route)
                let debit = try settle(&priced, moving: amount, request, provider)
                let most = draft.most(from: request.legs, within: room)
                guard let debit, debit.units > most.units else { return priced }
                guard draft.fixed == nil, round < Self.quotesMax else { break }
                let smaller = try floored(most.minus(debit.minus(amount)), to: provider.step)
                guard smaller.units < amount.units, try refusal(of: smaller, draft, provider) == nil else { break }
                amount = smaller
                priced = PricedDraft(draft)
            }
            if let cost = priced.cost { priced.reasons.append(overdrawn(draft, cost, moving: amount)) }
        } catch {
            priced.reasons.append(ratesMissing(error))
        }
        return priced
    }

    /// Takes the answer to the request and says what it would take; `nil`: nothing more to try.
    private func settle(
        _ priced: inout PricedDraft, moving amount: Amount, _ request: QuoteRequest, _ provider: Provider
    ) throws(ExchangeError) -> Amount? {
        let answer = priced.draft.quoted.map(QuoteAnswer.quoted) ?? facts.quotes[request]
        switch answer {
        case .quoted(let quote) where !quote.hasExpired(at: now):
            return try take(quote, &priced, moving: amount, request, provider)
        case .quoted where priced.draft.quoted != nil:
            priced.reasons.append(quoteFailed("The quote has expired.", since: priced.draft.quoted?.expires))
        case .quoted(let quote):
            // What it asked last tells more of what it will ask than its fee table.
            let debit = try take(quote, &priced, moving: amount, request, provider)
            priced.plan = nil
            priced.wanted = request
            return debit
        case nil:
            priced.wanted = request
            try estimate(&priced, moving: amount, provider)
        case .failed(let failure, let at):
            priced.reasons.append(quoteFailed("\(provider.name) gave no quote: \(failure.message)", since: at))
            try estimate(&priced, moving: amount, provider)
        }
        return nil
    }

    private func take(
        _ quote: Quote, _ priced: inout PricedDraft, moving amount: Amount, _ request: QuoteRequest,
        _ provider: Provider
    ) throws(ExchangeError) -> Amount? {
        let cost: Cost
        do {
            cost = try Cost.of(quote, moving: amount, arriving: provider.assets, by: facts.rates)
        } catch .exchange(let error) {
            throw error
        } catch {
            priced.reasons.append(quoteFailed("\(provider.name) gave no usable quote: \(error).", since: nil))
            return nil
        }
        var plan = Plan(rule: rule?.name, legs: request.legs, route: request.route, quote: quote, cost: cost)
        plan.keeps = priced.draft.keeps
        if quote.feeFrom == .balance, plan.legs.count > 1 { plan.spare = priced.draft.spare(beyond: plan.legs) }
        plan.processing = plan.processing ?? provider.processing
        plan.savings = try savings(plan, provider)
        priced.cost = cost
        priced.plan = plan
        priced.reasons = try feeReasons(cost, provider, Trust.Offer(plan)) + differing(quote, cost, provider)
        return cost.debit
    }

    private func estimate(
        _ priced: inout PricedDraft, moving amount: Amount, _ provider: Provider
    ) throws(ExchangeError) {
        var exchange = Exchange(facts.rates)
        guard let fee = try provider.fee?.fee(of: amount, by: &exchange) else {
            priced.cost = Cost(amount: amount, debit: amount, cost: .zero(of: amount.asset), net: amount)
            priced.reasons += trustReasons(provider, nil)
            return
        }
        let cost = try Cost.estimated(fee: fee, of: amount, rates: exchange.used)
        priced.cost = cost
        priced.reasons += try feeReasons(
            cost, provider, Trust.Offer(cost: cost, fee: fee, processing: provider.processing))
    }

    private func trustReasons(_ provider: Provider, _ offer: Trust.Offer?) -> [CashOutReason] {
        counting(Trust(provider, on: today, offer: offer).reasons.filter(\.isAboutOffer))
    }

    private func feeReasons(
        _ cost: Cost, _ provider: Provider, _ offer: Trust.Offer
    ) throws(ExchangeError) -> [CashOutReason] {
        try tooHigh(cost) + trustReasons(provider, offer)
    }
}

extension CashOutReason {
    /// Whether it judges what a provider asks for one cash-out, beside what it is.
    var isAboutOffer: Bool { code == .providerSuspicious || code == .providerExpensive }
}

extension Draft {
    var fixedAmount: Amount? {
        fixed.map { legs in Amount(units: legs.reduce(0) { $0 + $1.amount.units }, of: room.asset) }
    }
}

extension Provider {
    /// What it counts in: where that is another asset than the holdings', another asset arrives.
    var assets: [Asset] { (fee?.assets ?? []) + [minimum, step].compactMap { $0?.asset } }
}
