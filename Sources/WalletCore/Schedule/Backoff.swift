/// How long to wait before the next try after failures in a row: exponential with full jitter.
package struct Backoff: Hashable, Sendable {
    /// What another party may ask us to wait at most: a wrong header must not silence a source for good.
    package static let retryAfterMax = Duration.seconds(7 * 86_400)

    /// The longest wait after the first failure; it doubles with each further one.
    package let base: Duration
    /// What it grows to at most.
    package let cap: Duration

    package init(base: Duration, cap: Duration) {
        self.base = base
        self.cap = cap
    }

    /// A wait anywhere between nothing and base × 2^(failures − 1), or ``cap`` if that is less; `randomness` chooses.
    /// Not shorter than what the other party asked for, up to ``retryAfterMax``.
    package func delay(afterFailures failures: Int, randomness: UInt64, retryAfter: Duration? = nil) -> Duration {
        let asked = min(retryAfter ?? .zero, Backoff.retryAfterMax)
        return max(asked, longestDelay(afterFailures: failures).fraction(randomness: randomness))
    }

    private func longestDelay(afterFailures failures: Int) -> Duration {
        let doublings = max(failures, 1) - 1
        guard base.wholeMilliseconds <= cap.wholeMilliseconds >> doublings else { return cap }
        return .milliseconds(base.wholeMilliseconds << doublings)
    }
}
