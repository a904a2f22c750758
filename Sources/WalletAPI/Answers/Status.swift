/// The daemon as a whole: the answer of `GET /v1/status`.
package struct Status: Codable, Sendable, Equatable {
    package var version: String
    package var started: String
    package var config: ConfigFile
    /// The version of the database's tables.
    package var schema: Int
    /// Whether an operator has stopped the daemon from moving value.
    package var paused: Bool
    package var state: OverallState
    /// How many sources are in each state that occurs.
    package var sources: [String: Int]
    /// How many alerts are in each state that occurs.
    package var alerts: [String: Int]
    /// How many cash-outs about which something may still be to do are in each state.
    package var cashouts: [String: Int]
    /// All that keeps cash-outs from being sent; absent where nothing does.
    package var stops: [Reason]?
    /// Why sources of exchange rates could not be read when they were last asked, by name; absent where all could.
    package var rateFailures: [String: Source.Failure]?
    /// Absent where nothing is scheduled.
    package var nextPoll: String?

    package init(version: String, started: String, config: ConfigFile, schema: Int, state: OverallState) {
        self.version = version
        self.started = started
        self.config = config
        self.schema = schema
        self.state = state
        self.paused = false
        self.sources = [:]
        self.alerts = [:]
        self.cashouts = [:]
    }

    private enum CodingKeys: String, CodingKey {
        case version, started, config, schema, paused, state, sources, alerts, cashouts, stops
        case nextPoll = "next_poll"
        case rateFailures = "rate_failures"
    }
}
