extension AlertState {
    /// This state with the time since the last evaluation accounted for; nothing it says of itself lies in the future.
    package func advanced(to moment: Moment, on facts: SubjectFacts) -> AlertState {
        switch self {
        case .inactive:
            return .inactive
        case .pending(var pending):
            pending.counted += pending.observedTime(to: moment, on: facts)
            pending.countedTo = moment.now
            return .pending(pending)
        case .firing(var firing):
            firing.announcedAt = min(firing.announcedAt, moment.now)
            return .firing(firing)
        }
    }
}

extension AlertState.Pending {
    /// How long, since it was last counted, this run observed the subject with fresh data; never negative.
    fileprivate func observedTime(to moment: Moment, on facts: SubjectFacts) -> Duration {
        let from = max(countedTo, moment.observingSince)
        guard from < moment.now else { return .zero }
        return facts.freshTime(in: from..<moment.now)
    }
}

extension SubjectFacts {
    fileprivate func freshTime(in stretch: Range<Timestamp>) -> Duration {
        switch self {
        case .holding(let facts):
            guard let fresh = facts.observed?.clamped(to: stretch) else { return .zero }
            return fresh.upperBound - fresh.lowerBound
        case .source:
            return stretch.upperBound - stretch.lowerBound
        }
    }
}
