/// What a cash-out wants done next. The runner does it only after the state that wants it is committed.
package enum CashOutEffect: Equatable, Sendable {
    /// Ask a person, or let the rule approve.
    case seekApproval
    /// Make the request.
    case prepare
    case send(Run, at: Timestamp)
    /// Ask the provider what became of it.
    case ask(at: Timestamp)
    /// Take the step ``CashOut/Step/compareCredentials``.
    case compareCredentials
    /// Take the step ``CashOut/Step/expire``.
    case expire(at: Timestamp)
    /// Take the step ``CashOut/Step/endWatch``.
    case endWatch(at: Timestamp)
    /// A run is under way, a person decides, or it is over.
    case nothing

    package enum Run: Sendable {
        /// Take the step ``CashOut/Step/send``, and send.
        case first
        /// Take the step ``CashOut/Step/sendAgain``, and send the same bytes.
        case again
    }
}
