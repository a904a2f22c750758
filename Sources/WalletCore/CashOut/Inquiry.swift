/// When something is tried next, after tries that brought nothing new.
package struct Inquiry: Hashable, Sendable {
    /// Tries in a row that brought nothing new.
    package let fruitless: Int
    package let next: Timestamp

    package init(fruitless: Int, next: Timestamp) {
        self.fruitless = fruitless
        self.next = next
    }

    /// The first try: soon.
    static func first(_ backoff: Backoff, in facts: Circumstances, retryAfter: Duration? = nil) -> Inquiry {
        Inquiry(fruitless: 0, next: facts.now).later(backoff, in: facts, retryAfter: retryAfter)
    }

    /// The try after one more that brought nothing new.
    func later(_ backoff: Backoff, in facts: Circumstances, retryAfter: Duration? = nil) -> Inquiry {
        let delay = backoff.delay(
            afterFailures: fruitless + 1, randomness: facts.randomness, retryAfter: retryAfter)
        return Inquiry(fruitless: fruitless + 1, next: facts.now + delay)
    }

    /// The same, but now: after a restart.
    func atOnce(_ now: Timestamp) -> Inquiry { Inquiry(fruitless: fruitless, next: now) }

    func notAfter(_ limit: Timestamp) -> Inquiry { Inquiry(fruitless: fruitless, next: min(next, limit)) }
}

extension Backoff {
    /// The first tries come quickly: most providers know within seconds.
    private static let first = Duration.seconds(2)

    /// Between runs that sent nothing. A plan does not stay good for long.
    static let unsent = Backoff(base: first, cap: .seconds(600))
    /// While nobody knows what happened: for as long as it takes.
    static let unknown = Backoff(base: first, cap: .seconds(3600))

    /// While the provider works on it: at most about twenty times in the time that it says it takes, once the first
    /// quick tries are over, and at least hourly.
    static func pending(_ processing: ProcessingTime?) -> Backoff {
        let share = processing.map { $0.most / 20 } ?? .seconds(600)
        return Backoff(base: first, cap: min(max(share, .seconds(10)), .seconds(3600)))
    }

    /// While it may be taken back: most of that happens early or never.
    static let watch = Backoff(base: first, cap: .seconds(12 * 3600))
}
