extension Cost {
    /// What moving the amount costs by this quote.
    ///
    /// `arriving` are the assets that the provider is known to deal in, by which a quote into another asset is told
    /// where it does not say what arrives.
    package static func of(
        _ quote: Quote, moving amount: Amount, arriving: [Asset] = [], by rates: RateTable
    ) throws(CostError) -> Cost {
        guard amount.units > 0 else { throw .nothingMoved }
        guard !quote.fee.isNegative, !(quote.receives?.isNegative ?? false) else { throw .negative }
        if quote.receives == nil, ([quote.fee.asset] + arriving).contains(where: { $0 != amount.asset }) {
            throw .receivesMissing
        }
        let cost: Cost
        do {
            cost = try quote.cost(of: amount, by: rates)
        } catch {
            throw .exchange(error)
        }
        guard cost.net.units > 0 else { throw .nothingArrives }
        guard cost.net.asset != cost.debit.asset || cost.net.units <= cost.debit.units else { throw .moreArrives }
        return cost
    }

    /// What it costs if the provider takes this fee out of the amount and loses nothing by its exchange rate.
    static func estimated(fee: Amount, of amount: Amount, rates: [Rate]) throws(ExchangeError) -> Cost {
        let net = try amount.minus(fee)
        return Cost(amount: amount, debit: amount, cost: fee, net: net, rates: rates)
    }
}

extension Quote {
    fileprivate func cost(of amount: Amount, by rates: RateTable) throws(ExchangeError) -> Cost {
        var exchange = Exchange(rates)
        let fee = try exchange.convert(fee, to: amount.asset, rounding: .up)
        let debit =
            switch feeFrom {
            case .amount: amount
            case .balance: try amount.plus(fee)
            }
        let net = if let receives { receives } else { try debit.minus(fee) }
        let arrived = try exchange.convert(net, to: amount.asset, rounding: .down)
        let lost = try debit.minus(arrived)
        return Cost(
            amount: amount, debit: debit, cost: lost.units > fee.units ? lost : fee, net: net, rates: exchange.used)
    }
}
