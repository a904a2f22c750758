/// What a person says became of a cash-out, after the provider was asked.
package struct Resolution: Equatable, Sendable {
    package let outcome: Outcome
    package let evidence: Evidence
    package let confidence: Confidence
    package let person: String
    package let comment: String

    package enum Outcome: String, Sendable, CaseIterable {
        case settled
        case rejected
    }

    package enum Confidence: Sendable {
        case verified
        /// The person knows that nobody could be asked.
        case unverified
    }

    package init(
        _ outcome: Outcome, on evidence: Evidence, _ confidence: Confidence, by person: String, _ comment: String
    ) {
        self.outcome = outcome
        self.evidence = evidence
        self.confidence = confidence
        self.person = person
        self.comment = comment
    }
}
