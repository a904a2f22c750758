/// What a provider said of a cash-out when a person asked: the first answer of `POST /v1/cashouts/{id}/resolve`.
package struct Evidence: Codable, Sendable, Equatable {
    /// What the second step names.
    package var evidence: String
    /// A state as providers give it, `no-answer`, or `nobody-to-ask`.
    package var providerSays: String
    package var askedAt: String
    package var message: String?
    /// The provider's own name for it.
    package var reference: String?

    package init(evidence: String, providerSays: String, askedAt: String) {
        self.evidence = evidence
        self.providerSays = providerSays
        self.askedAt = askedAt
    }

    private enum CodingKeys: String, CodingKey {
        case evidence, message, reference
        case providerSays = "provider_says"
        case askedAt = "asked_at"
    }
}
