/// Who gives a fee that is on top of the legs.
extension Plan {
    /// In the order of the legs: of what each holding has beyond its leg, in proportion to that. What is more than all
    /// of that, in proportion to the legs.
    ///
    /// The fee is of the legs' asset and not below zero.
    func shares(of fee: Amount) -> [Amount] {
        let there = spare.reduce(0) { $0 + $1.units }
        let within = Amount(units: min(fee.units, there), of: fee.asset)
        let beyond = Amount(units: fee.units - within.units, of: fee.asset)
        let rest = Split.largestRemainder(of: beyond, by: legs.map(\.amount))
        guard there > 0 else { return rest }
        return zip(Split.largestRemainder(of: within, by: spare), rest).map { share, rest in
            Amount(units: share.units + rest.units, of: fee.asset)
        }
    }

    /// The legs with what each gives of the debit.
    var debitLegs: [Leg] {
        let onTop = Amount(units: debit.units - amount.units, of: debit.asset)
        return zip(legs, shares(of: onTop)).map { leg, share in
            Leg(leg.holding, Amount(units: leg.amount.units + share.units, of: share.asset))
        }
    }
}
