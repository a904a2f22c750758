/// Shares an amount out so that the parts add up to it exactly.
package enum Split {
    /// Parts in proportion to the weights by the method of the largest remainder (Hamilton); equal remainders go to
    /// those that come first. No part is above its weight where the amount is not above their sum.
    ///
    /// Amount and weights are of one asset and not below zero; some weight is above zero.
    package static func largestRemainder(of amount: Amount, by weights: [Amount]) -> [Amount] {
        let divisor = weights.reduce(UInt128(0)) { $0 + $1.units.magnitude }
        precondition(divisor > 0, "there is nobody to share out to")
        let shares = weights.map { weight in
            divisor.dividingFullWidth(amount.units.magnitude.multipliedFullWidth(by: weight.units.magnitude))
        }
        let missing = Int(amount.units.magnitude - shares.reduce(0) { $0 + $1.quotient })
        let order = shares.indices.sorted { (shares[$1].remainder, $0) < (shares[$0].remainder, $1) }
        var units = shares.map(\.quotient)
        for index in order.prefix(missing) { units[index] += 1 }
        return units.map { Amount(units: Int128($0), of: amount.asset) }
    }
}
