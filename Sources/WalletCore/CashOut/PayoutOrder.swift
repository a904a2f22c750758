/// What a provider is asked to move.
package struct PayoutOrder: Equatable, Sendable {
    package var legs: [Leg]
    /// By name: its account is a secret that only the adapter resolves.
    package var destination: String
    /// The sum of the legs.
    package var amount: Amount

    package init(legs: [Leg], destination: String, amount: Amount) {
        self.legs = legs
        self.destination = destination
        self.amount = amount
    }
}
