package import WalletCore

/// What one poll of one source brought, before it is recorded.
package struct Observation: Sendable {
    package enum Outcome: Sendable {
        case reading(Reading)
        case failure(PortFailure)
    }

    /// What became of it.
    package enum Verdict: Equatable, Sendable {
        /// Recorded; when the source is read next (`nil`: not by itself).
        case recorded(next: Timestamp?)
        /// Held back for a doubtful drop: the source is to be read again soon, at the latest then.
        case doubted(next: Timestamp?)
    }

    package let source: String
    /// Of the source as it was read: what was read by a definition that has been edited since is not recorded.
    package let fingerprint: [UInt8]
    /// When the poll was due, from where the next one counts.
    package let due: Timestamp
    /// When the read began; balances hold at least as of then.
    package let began: Timestamp
    package let attempt: ReadAttempt
    package let outcome: Outcome

    package init(
        poll: PollQueue.DuePoll, of source: WatchedSource, began: Timestamp, attempt: ReadAttempt, outcome: Outcome
    ) {
        self.source = poll.source
        fingerprint = source.fingerprint
        due = poll.due
        self.began = began
        self.attempt = attempt
        self.outcome = outcome
    }
}
