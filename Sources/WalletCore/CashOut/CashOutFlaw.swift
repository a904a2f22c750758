/// Why a rule, as it is configured, can never do anything, or must not.
package struct CashOutFlaw: Equatable, Sendable {
    package let code: Code
    /// The rule's key that is wrong or missing; for the limits over all rules, `limits`.
    package let key: String
    package let message: String

    package enum Code: String, Sendable, CaseIterable {
        /// `leave` or `when_above` has another asset than the holdings.
        case mixedAssets = "mixed-assets"
        /// A bound below zero.
        case negative
        case thresholdBelowLeave = "threshold-below-leave"
        case nothingAllowed = "nothing-allowed"
        case minimumAboveMaximum = "minimum-above-maximum"
        case maximumBelowProviderMinimum = "maximum-below-provider-minimum"
        case maximumBelowStep = "maximum-below-step"
        case budgetMissing = "budget-missing"
        case limitsMissing = "limits-missing"
        case budgetBelowMinimum = "budget-below-minimum"
        case debt
    }

    init(_ code: Code, _ key: String, _ message: String) {
        self.code = code
        self.key = key
        self.message = message
    }
}
