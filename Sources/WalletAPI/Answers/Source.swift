/// One configured place that is polled: an item of `GET /v1/sources`, and the answer to poll, pause and resume.
package struct Source: Codable, Sendable, Equatable {
    package var name: String
    package var adapter: String
    /// `ok`, `failing`, `stale`, `needs-attention`, `paused` or `never-read`.
    package var state: String
    package var lastSuccess: String?
    package var lastFailure: Failure?
    package var consecutiveFailures: Int
    package var nextPoll: String?
    package var quota: QuotaLeft?

    package init(name: String, adapter: String, state: String) {
        self.name = name
        self.adapter = adapter
        self.state = state
        self.consecutiveFailures = 0
    }

    private enum CodingKeys: String, CodingKey {
        case name, adapter, state, quota
        case lastSuccess = "last_success"
        case lastFailure = "last_failure"
        case consecutiveFailures = "consecutive_failures"
        case nextPoll = "next_poll"
    }

    /// The last poll that gave no reading, and why.
    package struct Failure: Codable, Sendable, Equatable {
        package var at: String
        /// One of the closed reasons, e.g. `unreachable`.
        package var reason: String
        package var message: String

        package init(at: String, reason: String, message: String) {
            self.at = at
            self.reason = reason
            self.message = message
        }
    }

    /// How often the source may still be polled in the rolling window.
    package struct QuotaLeft: Codable, Sendable, Equatable {
        package var limit: Int
        /// A duration as in the configuration, e.g. `24h`.
        package var window: String
        package var left: Int

        package init(limit: Int, window: String, left: Int) {
            self.limit = limit
            self.window = window
            self.left = left
        }
    }
}
