/// What one holding gives to a cash-out.
package struct Leg: Hashable, Sendable {
    package let holding: HoldingID
    /// Above zero; without a fee that is taken from the balance.
    package let amount: Amount

    package init(_ holding: HoldingID, _ amount: Amount) {
        self.holding = holding
        self.amount = amount
    }
}
