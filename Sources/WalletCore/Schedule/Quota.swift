/// At most `limit` polls in any `window` of time, rolling.
package struct Quota: Hashable, Sendable {
    /// More polls in a window than this are no limit worth remembering each poll for.
    package static let limits = 1...100_000

    package let limit: Int
    package let window: Duration

    package init(limit: Int, window: Duration) {
        self.limit = limit
        self.window = window
    }

    /// What a quota leaves at a moment.
    package enum Allowance: Equatable, Sendable {
        case allowed(left: Int)
        /// The next poll is allowed at this instant.
        case exhausted(until: Timestamp)
    }

    /// How many more polls are allowed now, from when the past ones began, in any order.
    ///
    /// A poll counts from its begin until exactly a window later. Polls that seem to lie ahead, since the clock was set
    /// back, count likewise; but none that lies a whole window ahead, which would shut the source out for as long as
    /// the clock was wrong.
    package func allowance(past polls: [Timestamp], now: Timestamp) -> Allowance {
        let counted = polls.filter { now - $0 < window && $0 - now < window }.sorted()
        guard counted.count >= limit else { return .allowed(left: limit - counted.count) }
        return .exhausted(until: counted[counted.count - limit] + window)
    }
}
