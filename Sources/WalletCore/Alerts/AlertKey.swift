/// Names one alert state: one rule on one subject.
package struct AlertKey: Hashable, Sendable, Comparable {
    package let rule: String
    package let subject: AlertSubject

    package init(rule: String, subject: AlertSubject) {
        self.rule = rule
        self.subject = subject
    }

    package static func < (left: AlertKey, right: AlertKey) -> Bool {
        (left.rule, left.subject) < (right.rule, right.subject)
    }
}
