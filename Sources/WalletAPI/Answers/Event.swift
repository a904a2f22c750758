/// One numbered fact that the daemon announces: an item of `GET /v1/events`, and the data of its stream.
package struct Event: Codable, Sendable, Equatable {
    package var seq: Int64
    /// E.g. `alert.firing`.
    package var type: String
    package var at: String
    /// `info`, `warning` or `critical`.
    package var severity: String
    package var message: String
    package var rule: String?
    package var source: String?
    package var account: String?
    package var asset: String?
    package var amount: Amount?
    package var limit: Amount?
    /// The id of a cash-out.
    package var cashout: String?
    package var provider: String?
    package var reason: String?

    package init(seq: Int64, type: String, at: String, severity: String, message: String) {
        self.seq = seq
        self.type = type
        self.at = at
        self.severity = severity
        self.message = message
    }
}
