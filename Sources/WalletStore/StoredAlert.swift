package import WalletCore

/// The state of one rule on one subject, with the instant at which time alone may change it.
package struct StoredAlert: Equatable, Sendable {
    package let rule: String
    package let subject: AlertSubject
    package var state: AlertState
    /// When it is to be evaluated again if no reading comes; `nil`: not before one does.
    package var due: Timestamp?

    package init(rule: String, subject: AlertSubject, state: AlertState, due: Timestamp?) {
        self.rule = rule
        self.subject = subject
        self.state = state
        self.due = due
    }
}

/// A rule's name, and what makes it the same rule: another identity means that it was edited.
package struct StoredRule: Equatable, Sendable {
    package let name: String
    package let identity: String

    package init(name: String, identity: String) {
        self.name = name
        self.identity = identity
    }
}
