/// One fact that the daemon announces, before it has a number.
package struct EventDraft: Equatable, Sendable {
    package var type: EventType
    package var at: Timestamp
    package var severity: Severity
    /// One sentence that a person understands without the manual.
    package var message: String
    package var rule: String?
    package var source: String?
    package var account: String?
    package var asset: String?
    package var amount: Amount?
    package var limit: Amount?
    package var reason: String?
    /// The id of a cash-out.
    package var cashOut: String?
    package var provider: String?
    /// About an alert that a person has taken note of: still stored and announced, but at the lowest priority.
    package var isSilenced = false

    package init(_ type: EventType, at: Timestamp, severity: Severity = .info, message: String) {
        self.type = type
        self.at = at
        self.severity = severity
        self.message = message
    }
}
