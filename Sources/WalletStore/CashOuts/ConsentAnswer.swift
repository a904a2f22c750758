/// What came of an operator's consent.
package enum ConsentAnswer: Equatable, Sendable {
    case given
    /// It had been given before, and holds.
    case standing
    /// The rule, its destination or its provider is another by now; the revision that they have.
    case otherRevision(String)
    case noRule
}
