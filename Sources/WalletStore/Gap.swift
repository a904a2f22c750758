package import WalletCore

/// Polls of one source that failed in a row for one reason.
package struct Gap: Equatable, Sendable {
    package let firstAt: Timestamp
    package let lastAt: Timestamp
    /// The success, or the failure for another reason, that followed; `nil`: none yet.
    package let endedAt: Timestamp?
    package let reason: String
    /// The message of the last failure.
    package let message: String
    package let attempts: Int
}
