/// What a rule decides now on everything that it watches.
package struct RuleDecision: Equatable, Sendable {
    package let word: Word
    /// Since when the word is right, where that is known.
    package let since: Timestamp?
    /// Never empty; in the order of the subjects.
    package let reasons: [RuleReason]

    package init(word: Word, since: Timestamp?, reasons: [RuleReason]) {
        self.word = word
        self.since = since
        self.reasons = reasons
    }

    /// The first of these that is so for any subject.
    package enum Word: String, Sendable, CaseIterable {
        case firing
        case pending
        /// Of something that it watches the value is not known.
        case frozen
        case inactive
    }
}
