extension AlertRule {
    /// What the condition says of the subject now. The state matters only to an alert that fires for idleness, which a
    /// clock set back does not end.
    package func verdict(on facts: SubjectFacts, in state: AlertState, at moment: Moment) -> Verdict {
        if let reason = exclusion(of: facts, now: moment.now) { return .unwatched(reason) }
        return switch facts {
        case .holding(let facts): verdict(on: facts, in: state, at: moment)
        case .source(let facts): verdict(on: facts, at: moment.now)
        }
    }

    private func verdict(on facts: HoldingFacts, in state: AlertState, at moment: Moment) -> Verdict {
        if let freeze = facts.freeze(now: moment.now) { return .frozen(freeze) }
        let value = facts.holding.balance.available
        if let atLeast, value.units < atLeast.units { return .unwatched(.tooSmall) }
        return switch condition {
        case .threshold(let threshold): verdict(on: value, against: threshold)
        case .idleFor(let time): idleVerdict(on: facts, for: time, until: state.latest(moment.now), moment)
        case .staleFor: .unwatched(.otherSubject)
        }
    }

    private func verdict(on value: Amount, against threshold: Threshold) -> Verdict {
        guard !threshold.holds(for: value) else { return .holds }
        guard let clearAt, !threshold.clears(value, at: clearAt) else { return .clears }
        return .between
    }

    private func idleVerdict(
        on facts: HoldingFacts, for time: Duration, until latest: Timestamp, _ moment: Moment
    ) -> Verdict {
        guard !facts.holding.balance.available.isZero, !facts.balanceChanged else { return .clears }
        guard facts.holding.changedAt + time <= latest else { return .clears }
        return facts.isConfirmed(since: moment.observingSince) ? .holds : .frozen(.awaitingReading)
    }

    private func verdict(on facts: SourceFacts, at now: Timestamp) -> Verdict {
        guard case .staleFor(let time) = condition else { return .unwatched(.otherSubject) }
        guard facts.unreadSince + time <= now else { return .clears }
        return facts.isAwaitingFirstTry ? .frozen(.awaitingTry) : .holds
    }
}

extension HoldingFacts {
    fileprivate func freeze(now: Timestamp) -> Verdict.Freeze? {
        switch holding.freshness(staleAfter: staleAfter, now: now) {
        case .fresh: nil
        case .unknown: .unknown
        case .stale: holding.standing == .doubted ? .doubted : .stale
        }
    }

    /// Whether this run has read the balance; one that a person recorded needs no poll.
    fileprivate func isConfirmed(since start: Timestamp) -> Bool {
        holding.standing == .recorded || holding.readAt >= start
    }
}

extension AlertState {
    /// The latest time that this alert knows of.
    fileprivate func latest(_ now: Timestamp) -> Timestamp {
        switch self {
        case .inactive, .pending: now
        case .firing(let firing): max(now, firing.since)
        }
    }
}
