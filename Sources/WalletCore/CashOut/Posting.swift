/// One line of the ledger: what an account gained, or lost where the amount is negative.
package struct Posting: Hashable, Sendable {
    package let account: LedgerAccount
    package let amount: Amount

    package init(_ account: LedgerAccount, _ amount: Amount) {
        self.account = account
        self.amount = amount
    }
}
