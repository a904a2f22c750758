/// All that is remembered about one rule when cash-outs are decided.
package struct RuleStanding: Equatable, Sendable {
    package var consent = Consent.missing
    /// When a cash-out of it last entered `sending`.
    package var lastSent: Timestamp?
    /// By the provider.
    package var rejections: Setbacks?
    /// By persons.
    package var declines: Setbacks?
    package var confirmations: [HoldingID: Confirmation] = [:]

    /// Whether an operator stands behind the rule, its destination and its provider as they are now.
    package enum Consent: Equatable, Sendable {
        case missing
        case given(at: Timestamp)
        /// Rule, destination or provider changed.
        case outdated(since: Timestamp)
        /// Taken away by what happened, which the text names.
        case taken(because: String, at: Timestamp)
    }

    package init() {}
}
