/// One `[cashouts.NAME]`: when value leaves which holdings, how much of it, to where, and within what limits.
package struct CashOutRule: Equatable, Sendable {
    /// How many readings must agree where the configuration does not say.
    package static let confirmDefault = 2
    /// How long a cash-out that a person asked for waits for an approval where its rule does not say it, or it has none.
    package static let approveWithinDefault = Duration.seconds(86_400)

    package var name: String
    package var from: [HoldingPattern]
    /// On the sum of the holdings, what is overdrawn taken off; its asset is that of all of them.
    package var whenAbove: Amount
    /// What stays behind of that sum, after the cost; of the same asset.
    package var leave: Amount
    package var destination: String
    package var mode = CashOutMode.dryRun
    package var maxFee = FeeCeiling()
    package var minAmount: Amount?
    /// Of the debit.
    package var maxAmount: Amount?
    package var confirm = CashOutRule.confirmDefault
    package var cooldown: Duration?
    /// How long credit may lie before it goes even under ``whenAbove``.
    package var maxAge: Duration?
    /// How long before credit expires it goes even under ``whenAbove``.
    package var beforeExpiry: Duration?
    /// How long an approval is waited for.
    package var approveWithin: Duration?
    package var budget: Budget?

    package init(name: String, from: [HoldingPattern], whenAbove: Amount, to destination: String) {
        self.name = name
        self.from = from
        self.whenAbove = whenAbove
        self.leave = .zero(of: whenAbove.asset)
        self.destination = destination
    }

    /// What stays behind, never less than nothing: that would be more than there is.
    var reserve: Amount { leave.isNegative ? .zero(of: leave.asset) : leave }

    /// The asset that the rule moves.
    package var asset: Asset { whenAbove.asset }
}
