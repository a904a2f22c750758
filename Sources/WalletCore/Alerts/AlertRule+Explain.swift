extension AlertRule {
    /// The rule's current decision on all subjects there are, with every reason. Nothing is evaluated by asking.
    ///
    /// `states` gives the kept ones; what it does not have is inactive.
    package func explain(
        _ subjects: [SubjectFacts], states: [AlertKey: AlertState], at moment: Moment
    ) -> RuleDecision {
        let explanations = subjects.map { facts in
            let state = states[AlertKey(rule: name, subject: facts.subject)] ?? .inactive
            return AlertExplanation(rule: self, facts: facts, state: state, moment: moment)
        }
        let reasons = explanations.flatMap(\.reasons)
        let words = Set(explanations.compactMap(\.word))
        let word = RuleDecision.Word.allCases.first(where: words.contains) ?? .inactive
        let since = explanations.filter { $0.word == word }.compactMap(\.since).min()
        return RuleDecision(word: word, since: since, reasons: reasons.isEmpty ? [noMatch] : reasons)
    }

    private var noMatch: RuleReason {
        var reason = RuleReason(
            .noMatch, on: nil, "\(condition.isAboutSource ? "No source" : "No holding") matches the rule.")
        reason.clearsWhen = "a reading lists what it selects"
        return reason
    }
}
