/// The body of resolving a cash-out: empty to ask its provider, then with what a person says became of it.
package struct ResolveRequest: RequestBody {
    /// `settled` or `rejected`.
    package var outcome: String?
    /// What the first step answered.
    package var evidence: String?
    package var comment: String?
    /// True where nobody could be asked and the person answers for it alone.
    package var unverified: Bool?

    package init(outcome: String? = nil, evidence: String? = nil, comment: String? = nil, unverified: Bool? = nil) {
        self.outcome = outcome
        self.evidence = evidence
        self.comment = comment
        self.unverified = unverified
    }

    package static let fields = ["as", "evidence", "comment", "unverified"]

    private enum CodingKeys: String, CodingKey {
        case evidence, comment, unverified
        case outcome = "as"
    }
}
