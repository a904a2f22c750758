/// What came of asking for a quote, last.
package enum QuoteAnswer: Equatable, Sendable {
    case quoted(Quote)
    /// The provider gave none; `message` is for a person.
    case failed(message: String, at: Timestamp)
}
