/// One prepared cash-out as budgets count it.
package struct LedgerEntry: Equatable, Sendable {
    /// `nil`: it has ended.
    package let cashOut: String?
    /// `nil`: a person's own; only the limits over all count it.
    package let rule: String?
    package let prepared: Timestamp
    package let charge: Charge
    package let standing: Standing

    package enum Standing: String, Sendable {
        /// From `prepared` on, at its worst case, until it has ended: whatever the window.
        case open
        /// It ended within the window, and something moved; also when it was returned.
        case counts
        /// Rejected or abandoned: nothing moved.
        case released
    }

    package init(
        cashOut: String?, rule: String?, prepared: Timestamp, charge: Charge, standing: Standing = .counts
    ) {
        self.cashOut = cashOut
        self.rule = rule
        self.prepared = prepared
        self.charge = charge
        self.standing = standing
    }
}
