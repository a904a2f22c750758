package import WalletCore

extension WriteTransaction {
    /// Makes what is known, and its history, what the changes say; the sources must have been configured.
    package func apply(_ changes: [HoldingChange]) throws(StoreError) { throw StoreError(.closed, "") }
}
