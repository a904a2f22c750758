extension EventDraft {
    /// The event of one step in an alert's life. All of them have the severity of the rule, so that who was told of the
    /// beginning is told of the end.
    package init(
        _ announcement: AlertAnnouncement, by rule: AlertRule, on facts: SubjectFacts, at now: Timestamp
    ) {
        let words = AlertWording(rule, on: facts, at: now)
        let key = AlertKey(rule: rule.name, subject: facts.subject)
        switch announcement {
        case .fired:
            self.init(.alertFiring, of: key, at: now, severity: rule.severity, message: rule.fired(words))
        case .repeated:
            self.init(.alertRepeated, of: key, at: now, severity: rule.severity, message: "Still: \(words.holding).")
        case .resolved:
            self.init(.alertResolved, of: key, at: now, severity: rule.severity, message: "\(words.resolved).")
        case .withdrawn(_, let reason):
            self = .withdrawn(key, because: reason, severity: rule.severity, at: now)
        case .superseded:
            self = .superseded(key, severity: rule.severity, at: now)
        }
        isSilenced = announcement.isSilenced
        amount = facts.available
        limit = rule.condition.limit
    }

    /// Nothing watches the subject any more; the severity is that of the rule as it was.
    package static func withdrawn(
        _ key: AlertKey, because reason: Unwatched, severity: Severity, at now: Timestamp
    ) -> EventDraft {
        let message = "The alert \(key.rule) for \(key.subject.name) was withdrawn: \(reason.words)."
        var event = EventDraft(.alertWithdrawn, of: key, at: now, severity: severity, message: message)
        event.reason = reason.rawValue
        return event
    }

    /// The rule was edited; the severity is that of the rule as it was.
    package static func superseded(_ key: AlertKey, severity: Severity, at now: Timestamp) -> EventDraft {
        let message = "The alert \(key.rule) for \(key.subject.name) ended because its rule changed."
        return EventDraft(.alertSuperseded, of: key, at: now, severity: severity, message: message)
    }

    private init(_ type: EventType, of key: AlertKey, at now: Timestamp, severity: Severity, message: String) {
        self.init(type, at: now, severity: severity, message: message)
        rule = key.rule
        source = key.subject.source
        account = key.subject.holding?.account
        asset = key.subject.holding?.asset
    }
}

extension AlertRule {
    fileprivate func fired(_ words: AlertWording) -> String {
        sustained > .zero ? "\(words.holding), for \(sustained.wording) now." : "\(words.holding)."
    }
}

extension SubjectFacts {
    fileprivate var available: Amount? {
        switch self {
        case .holding(let facts): facts.holding.balance.available
        case .source: nil
        }
    }
}

extension Unwatched {
    fileprivate var words: String {
        switch self {
        case .ruleRemoved: "its rule was removed"
        case .sourceRemoved: "its source was removed"
        case .otherSource, .otherAccount, .otherKind, .otherAsset, .otherSubject: "its rule no longer selects it"
        case .tooSmall: "the balance is smaller than the rule's at_least"
        case .offLists: "it has been at zero or unknown for \(Holding.listedWithoutValue.wording)"
        }
    }
}
