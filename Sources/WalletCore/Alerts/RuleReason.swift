/// One reason why a rule does what it does, for a person who asks.
package struct RuleReason: Equatable, Sendable {
    package let code: Code
    /// `nil`: about the rule as a whole.
    package let subject: AlertSubject?
    package let message: String
    /// The number that decides, e.g. `2500 KRW`, and what it is compared with.
    package var value: String?
    package var limit: String?
    package var since: Timestamp?
    /// What would make this reason go away.
    package var clearsWhen: String?

    package init(_ code: Code, on subject: AlertSubject?, _ message: String) {
        self.code = code
        self.subject = subject
        self.message = message
    }

    package enum Code: String, Sendable, CaseIterable {
        case firing
        /// Firing, told, and taken note of: not repeated.
        case acknowledged
        /// The condition holds, but not yet for as long as `for` asks.
        case counting
        /// It holds, and is evaluated at once.
        case holds
        case notMet = "not-met"
        case stale
        case unknown
        case dropUnconfirmed = "drop-unconfirmed"
        case awaitingReading = "awaiting-reading"
        case awaitingTry = "awaiting-try"
        case tooSmall = "too-small"
        case noMatch = "no-match"
    }
}
