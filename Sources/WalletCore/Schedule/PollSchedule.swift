/// When a source is polled next. Randomness comes in; the same gives the same.
package struct PollSchedule: Hashable, Sendable {
    /// Polls that are due at a start are spread over this time; it leaves one of the five seconds within which a new
    /// source is promised its first poll.
    package static let startSpread = Duration.seconds(4)
    /// Polls move by at most this either way, however long the interval.
    private static let jitterMax = Duration.seconds(30)

    /// The interval between two polls.
    package let every: Duration

    package init(every: Duration) {
        self.every = every
    }

    /// The first poll of a source that was never read.
    package static func firstDue(at start: Timestamp, randomness: UInt64) -> Timestamp {
        start + startSpread.fraction(randomness: randomness)
    }

    /// The next poll at a start of a source whose schedule was kept.
    ///
    /// One that is overdue happens once, spread like a first one. So does one that was fixed when the clock was ahead,
    /// told by a last poll in the future.
    package static func resumedDue(
        _ kept: Timestamp, lastPoll: Timestamp, at start: Timestamp, randomness: UInt64
    ) -> Timestamp {
        kept > start && lastPoll <= start ? kept : firstDue(at: start, randomness: randomness)
    }

    /// The poll after one that was due at `previous`: an interval later, give or take a jitter of a tenth of the
    /// interval, at most 30 s.
    ///
    /// It counts from when that poll was due, not from when it ended, so that slow answers do not stretch the interval.
    /// Where that would be past already (the machine slept, the poll took longer) or further away than an interval (the
    /// clock was set back, a person polled early), it counts from now: missed polls are never caught up.
    package func due(after previous: Timestamp, now: Timestamp, randomness: UInt64) -> Timestamp {
        let width = min(every / 10, PollSchedule.jitterMax)
        let shift = (width * 2).fraction(randomness: randomness) - width
        let next = previous + every + shift
        return next > now && previous <= now ? next : now + every + shift
    }
}
