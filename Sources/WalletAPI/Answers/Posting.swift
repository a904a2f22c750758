/// A line of the ledger of cash-outs: an item of `GET /v1/postings`. Those of one step sum to zero for each asset.
package struct Posting: Codable, Sendable, Equatable {
    package var cashout: String
    package var at: String
    /// `holding`, `in-flight`, `destination`, `fee` or `exchange`.
    package var account: String
    /// Which one: a holding as `SOURCE/ACCOUNT/ASSET`, a destination or a provider by name.
    package var name: String?
    /// What the account gained, or lost where it is negative.
    package var amount: Amount

    package init(cashout: String, at: String, account: String, name: String? = nil, amount: Amount) {
        self.cashout = cashout
        self.at = at
        self.account = account
        self.name = name
        self.amount = amount
    }
}
