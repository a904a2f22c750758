package import WalletCore

/// The time of which a database knows nothing that is older than it was.
package struct HistoryGap: Equatable, Sendable {
    /// The last that it knows; `nil`: it knows nothing.
    package let from: Timestamp?
    /// When that was found.
    package let until: Timestamp
}
