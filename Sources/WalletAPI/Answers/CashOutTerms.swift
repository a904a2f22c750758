/// What the configuration says of one cash-out rule.
package struct CashOutTerms: Codable, Sendable, Equatable {
    /// Holdings, each `source` or `source/account`, also as globs.
    package var from: [String]
    package var whenAbove: Amount
    package var leave: Amount
    package var destination: String
    package var provider: String?
    /// Each must hold: a percentage of the debit, an amount.
    package var maxFee: [String]?
    package var minAmount: Amount?
    package var maxAmount: Amount?
    package var confirm: Int
    // Durations as in the configuration.
    package var cooldown: String?
    package var maxAge: String?
    package var beforeExpiry: String?
    package var approveWithin: String?
    package var budget: Budget?

    package init(from: [String], whenAbove: Amount, leave: Amount, destination: String, confirm: Int) {
        self.from = from
        self.whenAbove = whenAbove
        self.leave = leave
        self.destination = destination
        self.confirm = confirm
    }

    private enum CodingKeys: String, CodingKey {
        case from, leave, destination, provider, confirm, cooldown, budget
        case whenAbove = "when_above"
        case maxFee = "max_fee"
        case minAmount = "min_amount"
        case maxAmount = "max_amount"
        case maxAge = "max_age"
        case beforeExpiry = "before_expiry"
        case approveWithin = "approve_within"
    }

    /// What may leave at most within a rolling window.
    package struct Budget: Codable, Sendable, Equatable {
        package var amount: Amount
        package var fees: Amount
        package var every: String

        package init(amount: Amount, fees: Amount, every: String) {
            self.amount = amount
            self.fees = fees
            self.every = every
        }
    }
}
