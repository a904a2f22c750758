import WalletCore

extension WriteTransaction {
    /// Saves a state; one that is inactive and has no due instant is forgotten.
    package func save(_ alert: StoredAlert) throws(StoreError) { throw StoreError(.closed, "") }

    /// Replaces the known rules. A rule that still has states when the transaction commits must be among them.
    package func replaceRules(_ rules: [StoredRule]) throws(StoreError) { throw StoreError(.closed, "") }
}
