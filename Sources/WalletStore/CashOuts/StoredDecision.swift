package import WalletCore

/// What was decided about a rule from then on.
package struct StoredDecision: Equatable, Sendable {
    package let at: Timestamp
    package let decision: CashOutDecision
}
