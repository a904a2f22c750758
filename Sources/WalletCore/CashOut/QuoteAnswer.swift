/// What came of asking for a quote, last.
package enum QuoteAnswer: Equatable, Sendable {
    case quoted(Quote)
    /// The provider gave none.
    case failed(PortFailure, at: Timestamp)
}
