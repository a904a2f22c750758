/// How reading one source has gone.
package struct SourceHealth: Equatable, Sendable {
    package var firstConfigured: Timestamp
    /// When the last read whose reading was recorded began, or when a person last recorded a balance.
    package var lastSuccess: Timestamp?
    package var lastFailure: Failure?
    /// Since the last success.
    package var consecutiveFailures: Int
    /// A person must act before the source is polled by itself again.
    package var needsAttention: Bool
    /// When an operator stopped polling; `nil` while it is polled.
    package var pausedAt: Timestamp?

    package struct Failure: Equatable, Sendable {
        package var at: Timestamp
        package var reason: PortFailure.Reason
        package var message: String

        package init(at: Timestamp, reason: PortFailure.Reason, message: String) {
            self.at = at
            self.reason = reason
            self.message = message
        }
    }

    /// A change worth an event.
    package enum Announcement: Equatable, Sendable {
        /// The first failure after all was well.
        case failing(Failure)
        /// It waits for a person from now on.
        case needsAttention(Failure)
        case recovered(failures: Int)
    }

    package init(firstConfigured: Timestamp) {
        self.firstConfigured = firstConfigured
        consecutiveFailures = 0
        needsAttention = false
    }

    /// A reading was recorded whose read began at `begun`. One that is held back is neither success nor failure.
    package mutating func succeed(begun: Timestamp) -> Announcement? {
        let failures = consecutiveFailures
        lastSuccess = begun
        consecutiveFailures = 0
        needsAttention = false
        return failures > 0 ? .recovered(failures: failures) : nil
    }

    /// A read failed, the second look at a doubted reading included.
    package mutating func fail(_ failure: PortFailure, at now: Timestamp) -> Announcement? {
        let wasWell = consecutiveFailures == 0
        let waited = needsAttention
        let last = Failure(at: now, reason: failure.reason, message: failure.message)
        lastFailure = last
        consecutiveFailures += 1
        needsAttention = failure.reason.needsAttention
        if needsAttention { return waited ? nil : .needsAttention(last) }
        return wasWell ? .failing(last) : nil
    }

    /// Its configuration or a credential changed, or a person asked for a poll: it may be polled again.
    package mutating func release() {
        needsAttention = false
    }
}
