/// What one round did to one alert.
package struct AlertStep: Equatable, Sendable {
    package let key: AlertKey
    package let before: AlertState
    package let outcome: AlertOutcome
    package let event: EventDraft?

    package init(key: AlertKey, before: AlertState, outcome: AlertOutcome, event: EventDraft?) {
        self.key = key
        self.before = before
        self.outcome = outcome
        self.event = event
    }

    /// Whether anything is to be kept, told or awaited.
    package var isOfInterest: Bool { before != .inactive || outcome.state != .inactive || outcome.due != nil }
}
