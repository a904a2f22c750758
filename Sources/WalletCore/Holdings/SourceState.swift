/// How a source stands, in one word.
package enum SourceState: String, Sendable, CaseIterable {
    case ok
    case failing
    case stale
    case needsAttention = "needs-attention"
    case paused
    case neverRead = "never-read"
}

extension SourceHealth {
    /// The word that tells a person most: first what a person did or must do, then what the data are worth, then polls.
    ///
    /// In this order: `paused`, `needs-attention`; without any success `failing` after a failed try, else `never-read`;
    /// `stale`, `failing`, `ok`.
    package func state(staleAfter: Duration, now: Timestamp) -> SourceState {
        if pausedAt != nil { return .paused }
        if needsAttention { return .needsAttention }
        guard let lastSuccess else { return consecutiveFailures > 0 ? .failing : .neverRead }
        guard lastSuccess - staleAfter <= now, now < lastSuccess + staleAfter else { return .stale }
        return consecutiveFailures > 0 ? .failing : .ok
    }
}
