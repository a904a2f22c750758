/// What happened to a cash-out, as one sentence that a person understands.
struct CashOutWording {
    private let cashOut: CashOut
    private let move: CashOut.Move

    init(_ cashOut: CashOut, _ move: CashOut.Move) {
        self.cashOut = cashOut
        self.move = move
    }

    /// Of the state that the cash-out has entered.
    var message: String {
        let plan = cashOut.plan
        let subject = "cash-out of \(plan.words)"
        return switch cashOut.state {
        case .planned:
            "A \(subject) by \(plan.provider) is planned; it costs \(plan.cost.cost), and \(plan.net) arrives."
        case .awaitingApproval(let until):
            "The \(subject) waits for approval\(until.map { " until \($0)" } ?? ""): it costs \(plan.cost.cost), and "
                + "\(plan.net) arrives. To approve: `walletctl cashout approve \(cashOut.id) --plan \(cashOut.planID)`."
        case .approved: "The \(subject) was approved by \(approver)."
        case .prepared(let dispatch, _): prepared(subject, dispatch)
        case .sending: "The \(subject) is being sent to \(plan.provider)."
        case .pending: "\(plan.provider) took the \(subject) and is working on it."
        case .needsUser(_, _, let message):
            "\(plan.provider) needs a person to go on with the \(subject)\(told(message))."
        case .settled(_, let fee, _): settled(subject, fee)
        case .final: "The \(subject) is final: the time in which it could be taken back is over."
        case .rejected: rejected(subject)
        case .returned: "The \(subject) came back\(told(move.note))."
        case .unknown: unknown(subject)
        case .abandoned: "The \(subject) was given up before anything was sent: \(whyAbandoned)."
        }
    }

    private var provider: String { cashOut.plan.provider }

    private var approver: String {
        switch move.by {
        case .rule: cashOut.plan.rule.map { "its rule \($0)" } ?? "its rule"
        case .person(let name): name
        case .provider, .daemon: "\(move.by)"
        }
    }

    private func prepared(_ subject: String, _ dispatch: Dispatch) -> String {
        dispatch.runs == 0
            ? "The request for the \(subject) is ready, as \(dispatch.request.reference)."
            : "The \(subject) could not be sent to \(provider) yet\(told(move.note)); nothing was sent, and it is tried "
                + "again."
    }

    private func settled(_ subject: String, _ fee: Amount) -> String {
        if case .person(let name) = move.by { return "The \(subject) arrived, says \(name)\(told(move.note))." }
        return "The \(subject) arrived, for a fee of \(fee)."
    }

    private func rejected(_ subject: String) -> String {
        switch move.cause {
        case .absent:
            "\(provider) does not know the request for the \(subject) and can no longer act on it: nothing moved."
        case .resolved:
            "Nothing moved of the \(subject), says \(move.by)\(told(move.note))."
        case .declined, .expired, .keyExpired, .held, .refusedCredential, .misconfigured, .notSent, .unclear,
            .restarted, .historyLost, .unknownKey, .contradicted, .otherCredentials, nil:
            "\(provider) rejected the \(subject), and nothing moved\(told(move.note))."
        }
    }

    private func unknown(_ subject: String) -> String {
        let why: String =
            switch move.cause {
            case .restarted: "walletd stopped while it was being sent"
            case .historyLost: "it may have been sent in the time that the database does not know of"
            case .unknownKey: "\(provider) had it, and does not find it any more"
            case .contradicted: move.note ?? "\(provider) contradicts itself"
            case .otherCredentials: move.note ?? "\(provider) is asked with other credentials"
            case .declined, .expired, .keyExpired, .held, .refusedCredential, .misconfigured, .notSent, .unclear,
                .absent, .resolved, nil:
                move.note.map { "\(provider) gave no clear answer (\($0.withoutPoint))" }
                    ?? "\(provider) gave no clear answer"
            }
        return "It is not known whether the \(subject) took place: \(why). Its holdings stay held until that is known."
            + (move.cause == .otherCredentials ? " \(Self.wayOut(of: cashOut))" : "")
    }

    /// Of a cash-out that is unknown, after its provider's credentials became others.
    static func swapped(_ cashOut: CashOut) -> String {
        let provider = cashOut.plan.provider
        return
            "The credentials of \(provider) are not those that it got the cash-out of \(cashOut.plan.words) with, or can "
            + "no longer be read, and it is not known whether that took place. It is not sent again, and \(provider) is not "
            + "believed when it says that nothing moved. \(wayOut(of: cashOut))"
    }

    /// Why somebody's word about the past of another account says nothing.
    static func disbelief(in state: ProviderReply.State, of provider: String) -> String {
        "\(provider) says \(state.rawValue), but to other credentials than it got the request with, which may be another "
            + "account's"
    }

    private static func wayOut(of cashOut: CashOut) -> String {
        "Put the old credentials back, or look at the account yourself and say how it ended: "
            + "`walletctl cashout resolve \(cashOut.id)`."
    }

    private var whyAbandoned: String {
        switch move.cause {
        case .declined: "\(move.by) rejected it\(told(move.note))"
        case .expired: "nobody approved it in time"
        case .keyExpired: "its request may no longer be sent"
        case .refusedCredential: "\(provider) refused the credential\(told(move.note))"
        case .misconfigured: "\(provider) says that its options are wrong\(told(move.note))"
        case .historyLost: "it may have been sent in the time that the database does not know of"
        case .held, .notSent, .unclear, .restarted, .unknownKey, .absent, .contradicted, .otherCredentials, .resolved,
            nil:
            move.note?.withoutPoint ?? "it no longer holds"
        }
    }

    private func told(_ message: String?) -> String {
        guard let text = message?.withoutPoint, !text.isEmpty else { return "" }
        return ": \(text)"
    }
}

extension Plan {
    /// What goes from where to where: `50000 SAT from tips/main to my-bank`.
    var words: String {
        let holdings = legs.prefix(2).map(\.holding.name).joined(separator: legs.count == 2 ? " and " : ", ")
        let more = legs.count > 2 ? " and \(legs.count - 2) more" : ""
        return "\(amount) from \(holdings)\(more) to \(destination)"
    }
}

extension String {
    fileprivate var withoutPoint: String {
        var text = self
        while text.last == "." || text.last == " " { text.removeLast() }
        return text
    }
}
