import WalletCore

extension SourceSettings {
    /// The shortest wait after a failure, where `every` is not shorter still.
    private static let retryMin: Duration = .seconds(1)
    /// The wait after a first failure is at most this.
    private static let retryBaseMax: Duration = .seconds(60)
    /// Backoff ends at 16 intervals, but at a quarter of an hour where that is less, and never below the interval.
    private static let retryCap: Duration = .seconds(900)

    /// When the source is polled next after a poll that was due at `due`; `nil`: not by itself.
    func nextPoll(
        after due: Timestamp, health: SourceHealth, retryAfter: Duration?, now: Timestamp, randomness: UInt64
    ) -> Timestamp? {
        guard let every, health.pausedAt == nil, !health.needsAttention else { return nil }
        guard health.consecutiveFailures > 0 else {
            return PollSchedule(every: every).due(after: due, now: now, randomness: randomness)
        }
        let cap = max(every, min(every * 16, SourceSettings.retryCap))
        let backoff = Backoff(base: min(every, SourceSettings.retryBaseMax), cap: cap)
        let delay = backoff.delay(
            afterFailures: health.consecutiveFailures, randomness: randomness, retryAfter: retryAfter)
        return now + max(delay, min(every, SourceSettings.retryMin))
    }
}
