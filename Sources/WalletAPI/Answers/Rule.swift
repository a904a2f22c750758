/// One rule with its current decision and all its reasons: an item of `GET /v1/rules`.
package struct Rule: Codable, Sendable, Equatable {
    package var name: String
    /// `alert` or `cashout`.
    package var type: String
    /// Of an alert rule the worst state of its alerts: `firing`, `pending` or `inactive`. Of a cash-out rule `hold`,
    /// `quote` (a price is being asked) or `act`.
    package var decision: String
    /// What the rule asks, e.g. `below 3000 KRW for 10m`.
    package var condition: String?
    package var since: String?
    package var reasons: [Reason]
    /// Of a cash-out rule, like all that follows: `dry-run`, `ask` or `auto`.
    package var mode: String?
    /// Why some of its holdings stay out of its plans.
    package var leftOut: [Reason]?
    /// What would be done, also where the reasons hold it.
    package var plans: [Plan]?
    /// What a consent is about: the hash of the rule, its destination and its provider as they are loaded.
    package var revision: String?
    package var consent: Consent?
    package var terms: CashOutTerms?

    package init(name: String, type: String, decision: String, since: String? = nil, reasons: [Reason] = []) {
        self.name = name
        self.type = type
        self.decision = decision
        self.since = since
        self.reasons = reasons
    }

    private enum CodingKeys: String, CodingKey {
        case name, type, decision, condition, since, reasons, mode, plans, revision, consent, terms
        case leftOut = "left_out"
    }

    /// Whether an operator stands behind a cash-out rule as it is now.
    package struct Consent: Codable, Sendable, Equatable {
        /// `given`, `missing`, `outdated` (something changed since) or `taken` (something happened since).
        package var state: String
        package var since: String?
        /// Why it was taken.
        package var reason: String?

        package init(_ state: String, since: String? = nil, reason: String? = nil) {
            self.state = state
            self.since = since
            self.reason = reason
        }
    }
}
