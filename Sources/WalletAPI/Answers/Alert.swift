/// One rule's condition on one holding or source: an item of `GET /v1/alerts`, and the answer to acknowledging one.
package struct Alert: Codable, Sendable, Equatable {
    /// Absent where the alert has not fired.
    package var id: String?
    package var rule: String
    /// `inactive`, `pending`, `firing` or `resolved`.
    package var state: String
    /// `info`, `warning` or `critical`.
    package var severity: String
    package var source: String
    /// Absent, like `asset`, where the rule watches the source as a whole.
    package var account: String?
    package var asset: String?
    /// When the present state began; absent where it is inactive.
    package var since: String?
    package var value: Amount?
    package var limit: Amount?
    /// One sentence on what is the case.
    package var message: String?
    package var acknowledged: Bool
    package var acknowledgedBy: String?
    package var silenced: Bool
    /// Whether the state stands still because the value is stale or unknown.
    package var frozen: Bool

    package init(rule: String, state: String, severity: String, source: String, since: String?) {
        self.rule = rule
        self.state = state
        self.severity = severity
        self.source = source
        self.since = since
        self.acknowledged = false
        self.silenced = false
        self.frozen = false
    }

    private enum CodingKeys: String, CodingKey {
        case id, rule, state, severity, source, account, asset, since, value, limit, message, acknowledged, silenced
        case frozen
        case acknowledgedBy = "acknowledged_by"
    }
}
