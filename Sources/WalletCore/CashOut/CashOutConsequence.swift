/// What a step of a cash-out means for its rule or its provider.
package enum CashOutConsequence: Equatable, Sendable {
    /// The rule acts no more until a person confirms it.
    case consentWithdrawn(Cause)
    /// One more rejection in a row; see ``Setbacks``.
    case rejected
    /// A person turned down what the rule proposed, once more in a row.
    case declined
    /// Rejections are no longer in a row.
    case settled
    /// The provider is not used until a person has looked at it.
    case providerNeedsAttention(ProviderFault)

    package enum Cause: String, Sendable, CaseIterable {
        case returned
        case resolved
        /// The third rejection in a row.
        case rejectedRepeatedly = "rejected-repeatedly"
        case contradicted
    }

    package enum ProviderFault: String, Sendable, CaseIterable {
        case refusedCredential = "refused-credential"
        case misconfigured
    }
}
