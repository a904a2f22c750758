/// What a rule's condition says of one subject at one moment.
package enum Verdict: Equatable, Sendable {
    case holds
    /// It does not hold, but the value is not at or beyond `clear_at` either.
    case between
    case clears
    /// Nothing can be said: what fires goes on, what does not stays silent.
    case frozen(Freeze)
    case unwatched(Unwatched)

    package enum Freeze: Equatable, Sendable {
        /// The balance is older than `stale_after` allows.
        case stale
        /// Never listed, or not by the last, incomplete reading.
        case unknown
        /// A sudden drop is being confirmed.
        case doubted
        /// Idle time includes downtime, so that a reading of this run must confirm it.
        case awaitingReading
        /// Likewise time without a reading: a try of this run must fail first.
        case awaitingTry
    }
}
