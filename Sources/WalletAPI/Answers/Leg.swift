/// What one holding gives to a cash-out.
package struct Leg: Codable, Sendable, Equatable {
    package var source: String
    package var account: String
    package var asset: String
    package var amount: Amount

    package init(source: String, account: String, amount: Amount) {
        self.source = source
        self.account = account
        self.asset = amount.asset
        self.amount = amount
    }
}
