/// When and why alerts are evaluated.
package struct Moment: Equatable, Sendable {
    package let now: Timestamp
    /// Since when this run of the daemon observes: its start, or, once the clock was set, the time it was set to.
    ///
    /// Time before it counts for no `for`, so that a jump of the clock is not taken for time that passed.
    package let observingSince: Timestamp
    package let cause: Cause

    package enum Cause: Sendable {
        /// A successful reading of the subject's source, recorded in this transaction. Only this resolves and resets.
        case reading
        /// Nothing was read: a timer, a failed try, the start, an edited rule.
        case time
    }

    package init(now: Timestamp, observingSince: Timestamp, cause: Cause) {
        self.now = now
        self.observingSince = observingSince
        self.cause = cause
    }
}
