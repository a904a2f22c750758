package import WalletCore

/// A holding, and whether its source is still configured.
package struct StoredHolding: Equatable, Sendable {
    package let holding: Holding
    /// When its source left the configuration; `nil` while it is configured.
    package let sourceRemovedAt: Timestamp?
}
