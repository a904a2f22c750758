package import WalletCore

/// A source as the database keeps it: what became of its polls, and when the next is due.
package struct StoredSource: Equatable, Sendable {
    package let name: String
    package let adapter: String
    /// When it left the configuration; `nil` while it is configured.
    package let removedAt: Timestamp?
    package var health: SourceHealth
    /// When the last poll began, whatever came of it.
    package var lastAttempt: Timestamp?
    /// `nil`: not scheduled.
    package var nextPoll: Timestamp?
}
