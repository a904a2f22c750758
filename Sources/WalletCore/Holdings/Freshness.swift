/// Whether a holding's balance may be relied on now.
package enum Freshness: String, Sendable {
    case fresh
    case stale
    /// Never read, not listed by an incomplete reading.
    case unknown
}

extension Holding {
    /// The instant from which the holding is stale: `staleAfter` past the older of the read's begin and the vendor's time.
    package func freshUntil(staleAfter: Duration) -> Timestamp {
        min(readAt, asOf ?? readAt) + staleAfter
    }

    package func freshness(staleAfter: Duration, now: Timestamp) -> Freshness {
        switch standing {
        case .unlisted: .unknown
        case .doubted: .stale
        case .listed, .recorded: now < freshUntil(staleAfter: staleAfter) ? .fresh : .stale
        }
    }
}
