/// Why one rule does what it does on one subject.
struct AlertExplanation {
    private let rule: AlertRule
    private let facts: SubjectFacts
    private let state: AlertState
    private let verdict: Verdict
    private let moment: Moment

    init(rule: AlertRule, facts: SubjectFacts, state: AlertState, moment: Moment) {
        self.rule = rule
        self.facts = facts
        self.moment = moment
        self.state = state.advanced(to: moment, on: facts)
        verdict = rule.verdict(on: facts, in: state, at: moment)
    }

    /// `nil`: the rule does not watch the subject.
    var word: RuleDecision.Word? {
        switch (state, verdict) {
        case (.firing, _): .firing
        case (.pending, _): .pending
        case (.inactive, .frozen): .frozen
        case (.inactive, .unwatched): nil
        case (.inactive, .holds), (.inactive, .between), (.inactive, .clears): .inactive
        }
    }

    /// Since when it fires or counts.
    var since: Timestamp? {
        switch state {
        case .inactive: nil
        case .pending(let pending): pending.since
        case .firing(let firing): firing.since
        }
    }

    /// What the state is because of, then what holds it up.
    var reasons: [RuleReason] { stateReasons + verdictReasons }

    private var stateReasons: [RuleReason] {
        switch state {
        case .inactive: []
        case .pending(let pending): [counting(pending)]
        case .firing(let firing): [self.firing(firing), acknowledged(firing)].compactMap(\.self)
        }
    }

    private var verdictReasons: [RuleReason] {
        switch (verdict, state) {
        case (.frozen(let freeze), _): [frozen(freeze)]
        case (.unwatched(.tooSmall), _): [tooSmall].compactMap(\.self)
        case (.holds, .inactive): [reason(.holds, words.holding)]
        case (.between, .inactive), (.clears, .inactive): [notMet]
        case (.unwatched, _), (.holds, _), (.between, _), (.clears, _): []
        }
    }

    private func firing(_ firing: AlertState.Firing) -> RuleReason {
        var reason = reason(.firing, words.holding)
        reason.since = firing.since
        reason.clearsWhen = clearing
        return reason
    }

    private func acknowledged(_ firing: AlertState.Firing) -> RuleReason? {
        guard let person = firing.acknowledgedBy else { return nil }
        var reason = RuleReason(.acknowledged, on: facts.subject, "\(person) acknowledged it: it is not repeated.")
        reason.clearsWhen = "the alert is resolved"
        return reason
    }

    private func counting(_ pending: AlertState.Pending) -> RuleReason {
        let message = "\(words.holding): \(pending.counted.wording) of \(rule.sustained.wording) counted."
        var reason = RuleReason(.counting, on: facts.subject, message)
        reason.value = pending.counted.wording
        reason.limit = rule.sustained.wording
        reason.since = pending.since
        let left = rule.sustained - pending.counted
        reason.clearsWhen =
            left > .zero ? "it has held for \(left.wording) more with fresh data" : "a fresh reading confirms it"
        return reason
    }
}

extension AlertExplanation {
    private var words: AlertWording { AlertWording(rule, on: facts, at: moment.now) }

    /// A reason with the numbers of the condition.
    private func reason(_ code: RuleReason.Code, _ sentence: String) -> RuleReason {
        var reason = RuleReason(code, on: facts.subject, "\(sentence).")
        reason.value = value
        reason.limit = limit
        return reason
    }

    private var value: String {
        switch (facts, rule.condition) {
        case (.holding(let facts), .threshold): facts.holding.balance.available.description
        case (.holding(let facts), .idleFor), (.holding(let facts), .staleFor):
            (moment.now - facts.holding.changedAt).wording
        case (.source(let facts), _): (moment.now - facts.unreadSince).wording
        }
    }

    private var limit: String {
        switch rule.condition {
        case .threshold(let threshold): threshold.limit.description
        case .idleFor(let time), .staleFor(let time): time.wording
        }
    }

    private var notMet: RuleReason {
        var reason = reason(.notMet, shortfall)
        reason.clearsWhen = meeting
        return reason
    }

    private var shortfall: String {
        switch (facts, rule.condition) {
        case (.holding(let facts), .threshold(let threshold)):
            "\(facts.holding.id.name): \(value) is not \(threshold.words)"
        case (.holding(let facts), .idleFor), (.holding(let facts), .staleFor):
            facts.holding.balance.available.isZero
                ? "\(facts.holding.id.name) is empty" : "\(facts.holding.id.name) changed \(value) ago, not \(limit)"
        case (.source(let facts), _):
            "\(facts.settings.name) was read \(value) ago, not \(limit)"
        }
    }

    private var meeting: String {
        switch rule.condition {
        case .threshold(let threshold): "the balance is \(threshold.words)"
        case .idleFor(let time): "the balance is not zero and has not changed for \(time.wording)"
        case .staleFor(let time): "there has been no successful reading for \(time.wording)"
        }
    }

    private var clearing: String {
        switch rule.condition {
        case .threshold(let threshold):
            rule.clearAt.map { "the balance is \(threshold.clearingWords(at: $0))" }
                ?? "the balance is no longer \(threshold.words)"
        case .idleFor: "the balance changes or is zero"
        case .staleFor: "the source is read successfully"
        }
    }
}

extension AlertExplanation {
    private var tooSmall: RuleReason? {
        guard case .holding(let facts) = facts, let atLeast = rule.atLeast else { return nil }
        let value = "\(facts.holding.balance.available)"
        var reason = RuleReason(
            .tooSmall, on: self.facts.subject, "\(facts.holding.id.name): \(value) is less than at_least asks.")
        reason.value = value
        reason.limit = atLeast.description
        reason.clearsWhen = "the balance is at least \(atLeast)"
        return reason
    }

    private func frozen(_ freeze: Verdict.Freeze) -> RuleReason {
        let subject = facts.subject
        var reason =
            switch freeze {
            case .stale: RuleReason(.stale, on: subject, "Frozen: the balance of \(subject.name) is stale.")
            case .unknown: RuleReason(.unknown, on: subject, "Frozen: the balance of \(subject.name) is unknown.")
            case .doubted:
                RuleReason(.dropUnconfirmed, on: subject, "Frozen: a sudden drop of \(subject.name) is unconfirmed.")
            case .awaitingReading:
                RuleReason(.awaitingReading, on: subject, "\(subject.name) has not been read since walletd started.")
            case .awaitingTry:
                RuleReason(.awaitingTry, on: subject, "\(subject.name) has not been tried since walletd started.")
            }
        reason.since = since(freeze)
        reason.clearsWhen = clearing(freeze)
        return reason
    }

    private func since(_ freeze: Verdict.Freeze) -> Timestamp? {
        switch (freeze, facts) {
        case (.stale, .holding(let facts)): facts.holding.freshUntil(staleAfter: facts.staleAfter)
        case (.unknown, .holding(let facts)): facts.holding.readAt
        case (.awaitingReading, _), (.awaitingTry, _): moment.observingSince
        case (.doubted, _), (.stale, .source), (.unknown, .source): nil
        }
    }

    private func clearing(_ freeze: Verdict.Freeze) -> String {
        switch freeze {
        case .stale, .doubted, .awaitingReading: "\(facts.subject.source) is read successfully"
        case .unknown: "a reading lists it"
        case .awaitingTry: "a try to read \(facts.subject.source) ends"
        }
    }
}
