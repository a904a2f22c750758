/// All rules, evaluated together at one moment on the subjects that a reading or a timer is about.
package struct AlertRound: Sendable {
    private let rules: [AlertRule]
    private let moment: Moment

    package init(rules: [AlertRule], moment: Moment) {
        self.rules = rules.sorted { $0.name < $1.name }
        self.moment = moment
    }

    /// Each state that there was, is now, or will be at a known time; by rule name, then in the order of the subjects.
    ///
    /// `states` gives the kept ones; what it does not have is inactive.
    package func evaluate(
        _ subjects: [SubjectFacts], states: [AlertKey: AlertState], newID: () -> String
    ) -> [AlertStep] {
        rules.flatMap { rule in
            subjects.compactMap { facts in
                let key = AlertKey(rule: rule.name, subject: facts.subject)
                let before = states[key] ?? .inactive
                let outcome = rule.evaluate(before, on: facts, at: moment, newID: newID)
                let event = outcome.announcement.map { EventDraft($0, by: rule, on: facts, at: moment.now) }
                let step = AlertStep(key: key, before: before, outcome: outcome, event: event)
                return step.isOfInterest ? step : nil
            }
        }
    }
}
