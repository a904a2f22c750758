package import WalletCore

/// A line of the ledger: which cash-out moved it, and when.
package struct StoredPosting: Equatable, Sendable {
    /// Where it stands among all, in the order of cash-outs and then of their steps.
    package let place: Place
    package let cashOut: String
    package let at: Timestamp
    package let posting: Posting

    package struct Place: Hashable, Sendable {
        package let cashOut: Int64
        package let ordinal: Int64

        package init(cashOut: Int64, ordinal: Int64) {
            self.cashOut = cashOut
            self.ordinal = ordinal
        }
    }
}
