/// What may leave at most within a rolling window.
package struct Budget: Equatable, Sendable {
    /// Of the debits.
    package let amount: Amount
    /// Of the costs.
    package let fees: Amount
    package let every: Duration

    package init(amount: Amount, fees: Amount, every: Duration) {
        self.amount = amount
        self.fees = fees
        self.every = every
    }
}
