/// Why a cash-out did not take a step; it stays as it was.
package struct TransitionError: Error, Equatable, Sendable {
    package let step: CashOut.Step.Name
    package let state: CashOut.State.Name
    package let cause: Cause

    package enum Cause: Error, Equatable, Sendable {
        /// There is no such arrow.
        case noArrow
        /// The approval is of another plan.
        case otherPlan
        /// A person must approve it, or its rule.
        case otherApproval
        case expired(Timestamp)
        case tooEarly
        /// Its postings would be more than can be counted.
        case uncountable(AmountError)
        /// What may be sent again, and when.
        case notIdempotent, acknowledged, providerChanged, otherCredentials, keyExpired, notAbsent
        case runUnderWay
        /// Of a person's word.
        case evidenceTooOld, evidenceBeforeLastRun, unverified
        case contradicted(ProviderReply.State)
        case keyStillValid
    }

    package init(step: CashOut.Step.Name, state: CashOut.State.Name, cause: Cause) {
        self.step = step
        self.state = state
        self.cause = cause
    }
}

extension TransitionError: CustomStringConvertible {
    /// One line for a person.
    package var description: String { "A cash-out that is \(state.rawValue) \(step.refusal): \(why)." }

    private var why: String {
        guard cause == .noArrow, let wanted = step.wanted else { return cause.description }
        return "only \(wanted) can be"
    }
}

extension CashOut.Step.Name {
    fileprivate var refusal: String {
        switch self {
        case .seekApproval: "is not shown for approval"
        case .approve: "was not approved"
        case .decline: "was not rejected"
        case .abandon: "was not given up"
        case .expire: "did not expire"
        case .prepare: "was not prepared"
        case .send: "was not sent"
        case .sendAgain: "was not sent again"
        case .ran: "takes no outcome of a run"
        case .restart: "takes no restart"
        case .compareCredentials: "learned nothing of credentials"
        case .loseHistory: "takes no loss of history"
        case .answer, .noAnswer: "takes no answer"
        case .endWatch: "is not final"
        case .resolve: "was not resolved"
        }
    }
}

extension CashOut.Step.Name {
    /// Of what a person asks, which it is for.
    fileprivate var wanted: String? {
        switch self {
        case .approve, .decline: "one that waits for approval"
        case .resolve: "one that is pending, needs-user or unknown"
        case .seekApproval, .abandon, .expire, .prepare, .send, .sendAgain, .ran, .restart, .loseHistory,
            .compareCredentials, .answer, .noAnswer, .endWatch:
            nil
        }
    }
}

extension TransitionError.Cause: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noArrow: "that is no step from where it is"
        case .otherPlan: "it has another plan than the one that is approved; look at it again"
        case .otherApproval: "it is not for this one to approve"
        case .expired(let instant): "the time for it ended at \(instant)"
        case .tooEarly: "its time has not come"
        case .uncountable(let error): "\(error)"
        case .notIdempotent: "its provider does not promise to act once on one key"
        case .acknowledged: "its provider has said that it has the request"
        case .providerChanged: "its provider or destination is not what it was when the request was made"
        case .otherCredentials:
            "the credentials of its provider are not those that its request was made with, so another account may answer, "
                + "and its word that nothing moved is not believed; put the old ones back, or resolve it by what you see "
                + "at the provider"
        case .keyExpired: "the provider's promise about its key has run out, or cannot be measured after a reboot"
        case .notAbsent: "its provider can be asked, and has not said that it does not know the key"
        case .runUnderWay: "a run of its request is under way"
        case .evidenceTooOld: "the provider was asked more than \(Evidence.ageMax.wording) ago; ask again"
        case .evidenceBeforeLastRun: "its request was sent after the provider was asked; ask again"
        case .unverified: "nobody could be asked; it takes the word that this is unverified"
        case .contradicted(let state): "its provider says \(state.rawValue)"
        case .keyStillValid: "its key is still valid, and the provider can tell by it what happened"
        }
    }
}
