/// What one evaluation of a rule on a subject comes to.
package struct AlertOutcome: Equatable, Sendable {
    package var state: AlertState
    package var announcement: AlertAnnouncement?
    /// When time alone next changes something, if nothing is read before; always later than the evaluation.
    package var due: Timestamp?

    package init(state: AlertState, announcement: AlertAnnouncement? = nil, due: Timestamp? = nil) {
        self.state = state
        self.announcement = announcement
        self.due = due
    }
}
