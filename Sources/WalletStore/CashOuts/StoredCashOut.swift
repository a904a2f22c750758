package import WalletCore

/// A cash-out as the database keeps it.
package struct StoredCashOut: Equatable, Sendable {
    /// In the order in which they were planned.
    package let number: Int64
    package let cashOut: CashOut
    package let plannedAt: Timestamp
    package let preparedAt: Timestamp?
    /// Since when it has no claim to its holdings any more.
    package let endedAt: Timestamp?
}
