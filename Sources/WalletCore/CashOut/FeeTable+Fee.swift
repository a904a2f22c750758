extension FeeTable {
    /// What it takes of the amount, in the amount's asset; whatever is rounded is rounded up.
    package func fee(of amount: Amount, by rates: RateTable) throws(ExchangeError) -> Amount {
        var exchange = Exchange(rates)
        return try fee(of: amount, by: &exchange)
    }

    func fee(of amount: Amount, by exchange: inout Exchange) throws(ExchangeError) -> Amount {
        var fee = try percent?.share(of: amount, rounding: .up) ?? .zero(of: amount.asset)
        if let fixed {
            fee = try fee.plus(exchange.convert(fixed, to: amount.asset, rounding: .up))
        }
        if let minimum {
            let minimum = try exchange.convert(minimum, to: amount.asset, rounding: .up)
            if fee.units < minimum.units { fee = minimum }
        }
        if let maximum {
            let maximum = try exchange.convert(maximum, to: amount.asset, rounding: .up)
            if fee.units > maximum.units { fee = maximum }
        }
        return fee
    }

    /// Whether it says that nothing is ever taken.
    var claimsNothing: Bool {
        let parts = [fixed, minimum].compactMap(\.self)
        return percent?.isZero ?? true && parts.allSatisfy(\.isZero)
    }

    /// The assets that it counts in.
    var assets: [Asset] { [fixed, minimum, maximum].compactMap { $0?.asset } }
}
