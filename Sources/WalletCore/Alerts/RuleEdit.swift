/// What a newly loaded configuration means for one kept state.
package enum RuleEdit: Equatable, Sendable {
    /// The rule does what it did; its `severity` and `renotify` are taken over in place.
    case unchanged
    /// It does something else now, and is evaluated anew at once.
    case edited
    /// Nothing watches the subject any more.
    case unwatched(Unwatched)

    /// Compares the kept identity with the rule that now has its name (`nil`: none has) on a subject of which nothing
    /// is known where its source is gone (`nil`).
    package init(from identity: String, to rule: AlertRule?, on facts: SubjectFacts?, now: Timestamp) {
        guard let rule else {
            self = .unwatched(.ruleRemoved)
            return
        }
        guard let facts else {
            self = .unwatched(.sourceRemoved)
            return
        }
        if let reason = rule.exclusion(of: facts, now: now) {
            self = .unwatched(reason)
        } else {
            self = rule.identity == identity ? .unchanged : .edited
        }
    }
}

extension AlertState {
    /// This state after an edit. A pending one ends quietly; a firing one says how it ended.
    package func carried(over edit: RuleEdit) -> AlertOutcome {
        switch (edit, self) {
        case (.unchanged, _): AlertOutcome(state: self)
        case (.edited, .firing(let firing)): AlertOutcome(state: .inactive, announcement: .superseded(firing))
        case (.unwatched(let reason), .firing(let firing)):
            AlertOutcome(state: .inactive, announcement: .withdrawn(firing, reason))
        case (.edited, .inactive), (.edited, .pending), (.unwatched, .inactive), (.unwatched, .pending):
            AlertOutcome(state: .inactive)
        }
    }
}
