package import WalletCore

/// A rule as it was when its states were last evaluated.
package struct StoredRule: Equatable, Sendable {
    package let name: String
    /// What makes it the same rule: another one means that it was edited.
    package let identity: String
    package let severity: Severity

    package init(name: String, identity: String, severity: Severity) {
        self.name = name
        self.identity = identity
        self.severity = severity
    }
}
