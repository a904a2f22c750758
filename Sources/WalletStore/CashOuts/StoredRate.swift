package import WalletCore

/// A rate, who said so, and when.
package struct StoredRate: Equatable, Sendable {
    package let source: String
    package let rate: Rate
    package let readAt: Timestamp
}
