/// What stops all cash-outs.
package enum CashOutStop: Equatable, Sendable {
    /// The stop switch.
    case paused(by: String, at: Timestamp)
    /// The database has not been checked since the start, or nothing can be stored.
    case unsound(String, since: Timestamp)
    case clock(ClockDoubt, since: Timestamp)
    case historyWentBack(since: Timestamp)

    package enum ClockDoubt: Equatable, Sendable {
        /// Behind the latest time that was ever committed.
        case behind(Timestamp)
        /// It was set forward by so much within this boot, or was away for so long.
        case forward(Duration)
    }
}
