/// What a cash-out takes, what of that is lost on the way, and what arrives.
package struct Cost: Equatable, Sendable {
    /// What is moved; the sum of the legs.
    package let amount: Amount
    /// What the holdings lose: the amount, and the fee where it is on top.
    package let debit: Amount
    /// The greater of the fee and of what does not arrive, in the asset of the debit, rounded up.
    package let cost: Amount
    /// What arrives, in whatever asset it arrives.
    package let net: Amount
    /// The rates that it was reckoned with, each once, in the order of their use.
    package let rates: [Rate]

    package init(amount: Amount, debit: Amount, cost: Amount, net: Amount, rates: [Rate] = []) {
        self.amount = amount
        self.debit = debit
        self.cost = cost
        self.net = net
        self.rates = rates
    }
}
