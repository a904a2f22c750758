/// What a rule and a subject are, in words: the parts of which messages and explanations are made.
package struct AlertWording: Sendable {
    package let rule: AlertRule
    package let facts: SubjectFacts
    package let now: Timestamp

    package init(_ rule: AlertRule, on facts: SubjectFacts, at now: Timestamp) {
        self.rule = rule
        self.facts = facts
        self.now = now
    }

    /// What holds, as a sentence without its point: `tmoney/card-1 has 2500 KRW, below 3000 KRW`.
    package var holding: String {
        switch (facts, rule.condition) {
        case (.holding(let facts), .threshold(let threshold)):
            "\(statement(facts.holding)), \(place(of: facts.holding.balance.available, by: threshold))"
        case (.holding(let facts), .idleFor), (.holding(let facts), .staleFor):
            "\(statement(facts.holding)), unchanged for \((now - facts.holding.changedAt).wording)"
        case (.source(let facts), _):
            unread(facts)
        }
    }

    /// How it ended: `tmoney/card-1 has 5200 KRW, no longer below 3000 KRW`.
    package var resolved: String {
        switch (facts, rule.condition) {
        case (.holding(let facts), .threshold(let threshold)):
            "\(statement(facts.holding)), no longer \(threshold.words)"
        case (.holding(let facts), .idleFor), (.holding(let facts), .staleFor):
            "\(facts.holding.id.name) changed, and \(facts.holding.verb) \(facts.holding.balance.available) now"
        case (.source(let facts), _):
            "\(facts.settings.name) was read again"
        }
    }

    private func statement(_ holding: Holding) -> String {
        "\(holding.id.name) \(holding.verb) \(holding.balance.available)"
    }

    /// A value that no longer meets the condition but is not far enough on the other side is told by what it lacks.
    private func place(of value: Amount, by threshold: Threshold) -> String {
        guard let clearAt = rule.clearAt, !threshold.holds(for: value) else { return threshold.words }
        return "not yet \(threshold.clearingWords(at: clearAt))"
    }

    private func unread(_ source: SourceFacts) -> String {
        let time = (now - source.unreadSince).wording
        guard source.health.lastSuccess != nil else {
            return "\(source.settings.name) has never been read since it was configured \(time) ago"
        }
        return "\(source.settings.name) has not been read for \(time)"
    }
}

extension Threshold {
    /// `below 3000 KRW`.
    package var words: String { "\(comparison.words) \(limit)" }

    /// `at or above 5000 KRW`.
    package func clearingWords(at clearAt: Amount) -> String {
        switch comparison {
        case .below, .atOrBelow: "at or above \(clearAt)"
        case .above, .atOrAbove: "at or below \(clearAt)"
        }
    }
}

extension Threshold.Comparison {
    fileprivate var words: String {
        switch self {
        case .below: "below"
        case .atOrBelow: "at or below"
        case .above: "above"
        case .atOrAbove: "at or above"
        }
    }
}

extension HoldingID {
    /// As messages name it; the amount beside it names the asset.
    package var name: String { "\(source)/\(account)" }
}

extension Holding {
    fileprivate var verb: String { kind == .carrierBilling ? "owes" : "has" }
}

extension AlertSubject {
    package var name: String { holding?.name ?? source }
}
