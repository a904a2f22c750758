/// Whether a holding's balance may be relied on now.
package enum Freshness: String, Sendable {
    case fresh
    case stale
    /// Never read, not listed by an incomplete reading.
    case unknown
}

extension Holding {
    /// The instant of which the balance is true: the older of the read's begin and the vendor's own time.
    package var observedAt: Timestamp { min(readAt, asOf ?? readAt) }

    /// The instant from which the holding is stale.
    package func freshUntil(staleAfter: Duration) -> Timestamp { observedAt + staleAfter }

    /// The stretch of time in which the balance is fresh; `nil` while it is unknown or doubted.
    ///
    /// It also has a begin: where the clock was set back by more than `staleAfter`, nobody can tell the age any more.
    package func freshStretch(staleAfter: Duration) -> Range<Timestamp>? {
        switch standing {
        case .unlisted, .doubted: nil
        case .listed, .recorded: (observedAt - staleAfter)..<freshUntil(staleAfter: staleAfter)
        }
    }

    package func freshness(staleAfter: Duration, now: Timestamp) -> Freshness {
        guard standing != .unlisted else { return .unknown }
        guard let stretch = freshStretch(staleAfter: staleAfter), stretch.contains(now) else { return .stale }
        return .fresh
    }
}
