extension AlertRule {
    /// One step in the life of this rule on one subject.
    ///
    /// Every reading of the source is evaluated in the transaction that records it, every kept state once at the start
    /// of a run, and then whenever `due` says. `newID` is called when an alert begins to fire.
    package func evaluate(
        _ state: AlertState, on facts: SubjectFacts, at moment: Moment, newID: () -> String
    ) -> AlertOutcome {
        let state = state.advanced(to: moment, on: facts)
        let verdict = verdict(on: facts, in: state, at: moment)
        var outcome = step(state, verdict, moment, newID)
        outcome.due = due(outcome.state, verdict, facts, moment.now)
        return outcome
    }

    private func step(
        _ state: AlertState, _ verdict: Verdict, _ moment: Moment, _ newID: () -> String
    ) -> AlertOutcome {
        switch (state, verdict) {
        case (.firing(let firing), .unwatched(let reason)):
            AlertOutcome(state: .inactive, announcement: .withdrawn(firing, reason))
        case (.inactive, .unwatched), (.pending, .unwatched):
            AlertOutcome(state: .inactive)
        case (.inactive, .frozen), (.pending, .frozen), (.firing, .frozen):
            AlertOutcome(state: state)
        case (.inactive, .holds):
            continued(AlertState.Pending(since: moment.now, countedTo: moment.now), moment.now, newID)
        case (.pending(let pending), .holds):
            continued(pending, moment.now, newID)
        case (.firing(let firing), .holds), (.firing(let firing), .between):
            repeated(firing, moment.now)
        case (.firing(let firing), .clears):
            resolved(firing, moment.cause)
        case (.inactive, .between), (.inactive, .clears):
            AlertOutcome(state: .inactive)
        case (.pending(let pending), .between), (.pending(let pending), .clears):
            reset(pending, moment.cause)
        }
    }

    private func continued(_ pending: AlertState.Pending, _ now: Timestamp, _ newID: () -> String) -> AlertOutcome {
        guard pending.counted >= sustained else { return AlertOutcome(state: .pending(pending)) }
        let firing = AlertState.Firing(id: newID(), since: now, announcedAt: now)
        return AlertOutcome(state: .firing(firing), announcement: .fired(firing))
    }

    private func repeated(_ firing: AlertState.Firing, _ now: Timestamp) -> AlertOutcome {
        guard let next = nextRepeat(of: firing), next <= now else { return AlertOutcome(state: .firing(firing)) }
        var firing = firing
        firing.announcedAt = now
        return AlertOutcome(state: .firing(firing), announcement: .repeated(firing))
    }

    private func resolved(_ firing: AlertState.Firing, _ cause: Moment.Cause) -> AlertOutcome {
        switch cause {
        case .reading: AlertOutcome(state: .inactive, announcement: .resolved(firing))
        case .time: AlertOutcome(state: .firing(firing))
        }
    }

    private func reset(_ pending: AlertState.Pending, _ cause: Moment.Cause) -> AlertOutcome {
        switch cause {
        case .reading: AlertOutcome(state: .inactive)
        case .time: AlertOutcome(state: .pending(pending))
        }
    }
}

extension AlertRule {
    /// When a repeat is due, however many intervals have passed; `nil`: not while it stays as it is.
    private func nextRepeat(of firing: AlertState.Firing) -> Timestamp? {
        guard let renotify, firing.acknowledgedBy == nil else { return nil }
        return firing.announcedAt + renotify
    }

    private func due(
        _ state: AlertState, _ verdict: Verdict, _ facts: SubjectFacts, _ now: Timestamp
    ) -> Timestamp? {
        let step = stepDue(state, verdict, facts, now).flatMap { facts.isFresh(at: $0) ? $0 : nil }
        let leaving = state == .inactive ? nil : facts.leavesListsAt
        let soonest = now + .milliseconds(1)
        return [step, leaving].compactMap(\.self).min().map { max($0, soonest) }
    }

    private func stepDue(
        _ state: AlertState, _ verdict: Verdict, _ facts: SubjectFacts, _ now: Timestamp
    ) -> Timestamp? {
        switch (state, verdict) {
        case (.inactive, .between), (.inactive, .clears): holdsFrom(facts)
        case (.pending(let pending), .holds): now + (sustained - pending.counted)
        case (.firing(let firing), .holds), (.firing(let firing), .between): nextRepeat(of: firing)
        case (_, .frozen), (_, .unwatched), (.inactive, .holds), (.firing, .clears): nil
        case (.pending, .between), (.pending, .clears): nil
        }
    }

    /// When time alone makes the condition hold.
    private func holdsFrom(_ facts: SubjectFacts) -> Timestamp? {
        switch (condition, facts) {
        case (.idleFor(let time), .holding(let facts)):
            facts.holding.balance.available.isZero ? nil : facts.holding.changedAt + time
        case (.staleFor(let time), .source(let facts)):
            facts.unreadSince + time
        case (.threshold, _), (.idleFor, .source), (.staleFor, .holding):
            nil
        }
    }
}

extension SubjectFacts {
    /// Whether the subject is still fresh then, if nothing is read before.
    fileprivate func isFresh(at instant: Timestamp) -> Bool {
        switch self {
        case .holding(let facts): facts.holding.freshness(staleAfter: facts.staleAfter, now: instant) == .fresh
        case .source: true
        }
    }

    fileprivate var leavesListsAt: Timestamp? {
        switch self {
        case .holding(let facts): facts.holding.leavesListsAt
        case .source: nil
        }
    }
}
