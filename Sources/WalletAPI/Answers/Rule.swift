/// One rule with its current decision and all its reasons: an item of `GET /v1/rules`.
package struct Rule: Codable, Sendable, Equatable {
    package var name: String
    /// `alert`.
    package var type: String
    /// The worst state of the rule's alerts: `firing`, `pending` or `inactive`.
    package var decision: String
    /// What the rule asks, e.g. `below 3000 KRW for 10m`.
    package var condition: String?
    package var since: String?
    package var reasons: [Reason]

    package init(name: String, type: String, decision: String, since: String? = nil, reasons: [Reason] = []) {
        self.name = name
        self.type = type
        self.decision = decision
        self.since = since
        self.reasons = reasons
    }

    /// Why the rule decides as it does, about one holding or source where it names one.
    package struct Reason: Codable, Sendable, Equatable {
        /// A closed code.
        package var code: String
        package var message: String
        package var source: String?
        package var account: String?
        package var asset: String?
        package var value: String?
        package var limit: String?
        package var since: String?
        /// What would make this reason go away.
        package var clearsWhen: String?

        package init(code: String, message: String) {
            self.code = code
            self.message = message
        }

        private enum CodingKeys: String, CodingKey {
            case code, message, source, account, asset, value, limit, since
            case clearsWhen = "clears_when"
        }
    }
}
