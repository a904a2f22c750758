extension CashOut {
    /// Something that happened to a cash-out, or that somebody wants of it.
    package enum Step: Equatable, Sendable {
        /// The plan is shown to a person, who may answer until then.
        case seekApproval(until: Timestamp?)
        /// `plan` is the id of the plan that is approved.
        case approve(plan: String, by: Actor)
        case decline(by: String, comment: String?)
        /// The decision holds it: found before sending, never after.
        case abandon([CashOutReason])
        /// The time for an approval, or the key of a request that was never sent, has run out.
        case expire
        /// The request is made and stored, with its one reference.
        case prepare(CashOutRequest)
        /// The first run begins. The whole decision has just been made again on the facts then committed.
        case send
        /// The same bytes with the same key go out once more. The stop switch has just been looked at.
        case sendAgain
        /// A run ended.
        case ran(SendOutcome)
        /// The daemon started, and finds the cash-out as it is.
        case restart
        /// The ledger is older than it was: what happened since is not known.
        case loseHistory
        /// The credentials in force are others than those of the request, or are them again.
        case compareCredentials
        /// The provider was asked, and this is its answer: as things stood when it was asked.
        case answer(ProviderReply, askedAt: BootTime)
        /// The provider was asked, and gave no usable answer.
        case noAnswer(retryAfter: Duration?)
        /// The time in which it could be taken back has passed.
        case endWatch
        /// A person says how it ended.
        case resolve(Resolution)

        package var name: Name {
            switch self {
            case .seekApproval: .seekApproval
            case .approve: .approve
            case .decline: .decline
            case .abandon: .abandon
            case .expire: .expire
            case .prepare: .prepare
            case .send: .send
            case .sendAgain: .sendAgain
            case .ran: .ran
            case .restart: .restart
            case .loseHistory: .loseHistory
            case .compareCredentials: .compareCredentials
            case .answer: .answer
            case .noAnswer: .noAnswer
            case .endWatch: .endWatch
            case .resolve: .resolve
            }
        }

        package enum Name: String, Sendable, CaseIterable {
            case seekApproval = "seek-approval"
            case approve
            case decline
            case abandon
            case expire
            case prepare
            case send
            case sendAgain = "send-again"
            case ran
            case restart
            case loseHistory = "lose-history"
            case compareCredentials = "compare-credentials"
            case answer
            case noAnswer = "no-answer"
            case endWatch = "end-watch"
            case resolve
        }
    }

    /// Who took a step.
    package enum Actor: Hashable, Sendable {
        case rule
        case person(String)
        case provider
        case daemon
    }
}

extension CashOut.Actor: CustomStringConvertible {
    /// As a trail shows it; a person by name.
    package var description: String {
        switch self {
        case .rule: "rule"
        case .person(let name): name
        case .provider: "provider"
        case .daemon: "walletd"
        }
    }
}
