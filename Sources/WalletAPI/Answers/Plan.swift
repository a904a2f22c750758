/// What would be done now: an item of `GET /v1/plan`.
package struct Plan: Codable, Sendable, Equatable {
    package var rule: String?
    /// What an approval names.
    package var plan: String
    package var legs: [Leg]
    package var destination: String
    package var provider: String
    package var amount: Amount
    package var fee: Amount
    /// What the holdings lose: the amount, and the fee where it is on top.
    package var debit: Amount
    /// What of the debit does not arrive.
    package var cost: Amount
    /// What arrives.
    package var net: Amount
    /// How long it takes, e.g. `10m..24h`; absent where nobody says.
    package var processing: String?
    /// What the cash-outs of one bundle have in common.
    package var bundle: String?
    /// When the provider's price ends.
    package var expires: String?
    /// Where several holdings go in one request.
    package var savings: Savings?
    /// With which rates the cost was reckoned.
    package var rates: [UsedRate]?
    /// What holds it; absent in a cash-out.
    package var reasons: [Reason]?

    package init(rule: String?, plan: String, legs: [Leg], destination: String, provider: String, price: Price) {
        self.rule = rule
        self.plan = plan
        self.legs = legs
        self.destination = destination
        self.provider = provider
        amount = price.amount
        fee = price.fee
        debit = price.debit
        cost = price.cost
        net = price.net
    }

    /// What a plan moves, takes and brings.
    package struct Price: Sendable {
        package let amount: Amount
        package let fee: Amount
        package let debit: Amount
        package let cost: Amount
        package let net: Amount

        package init(amount: Amount, fee: Amount, debit: Amount, cost: Amount, net: Amount) {
            self.amount = amount
            self.fee = fee
            self.debit = debit
            self.cost = cost
            self.net = net
        }
    }

    /// What going together saves.
    package struct Savings: Codable, Sendable, Equatable {
        /// The fees if each holding went by itself.
        package var alone: Amount
        package var bundled: Amount
        package var saved: Amount

        package init(alone: Amount, bundled: Amount, saved: Amount) {
            self.alone = alone
            self.bundled = bundled
            self.saved = saved
        }
    }
}
