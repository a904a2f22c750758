extension Plan {
    /// At what price it can go now: the one that it was planned with, or, once that has run out, the same that the provider
    /// has named since. `nil`: there is none.
    package func price(at now: Timestamp, among answers: [QuoteRequest: QuoteAnswer]) -> Quote? {
        guard quote.hasExpired(at: now) else { return quote }
        guard case .quoted(let latest)? = answers[QuoteRequest(legs: legs, route: route)],
            !latest.hasExpired(at: now), latest.isSamePrice(as: quote)
        else { return nil }
        return latest
    }
}
