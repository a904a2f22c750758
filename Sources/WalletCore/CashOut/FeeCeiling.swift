/// What a cash-out may cost at most; each part that is given must hold.
package struct FeeCeiling: Equatable, Sendable {
    /// Of the debit.
    package var percent: Percentage?
    package var amount: Amount?

    package init(percent: Percentage? = nil, amount: Amount? = nil) {
        self.percent = percent
        self.amount = amount
    }
}
