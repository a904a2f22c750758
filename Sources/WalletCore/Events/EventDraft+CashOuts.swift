extension EventDraft {
    /// The event of a cash-out that has just entered `state`.
    init(entering state: CashOut.State, _ move: CashOut.Move, of cashOut: CashOut, at now: Timestamp) {
        let words = CashOutWording(cashOut, move)
        self.init(state.name.event, of: cashOut, at: now, severity: state.severity(move), message: words.message)
        reason = move.cause?.code
    }

    /// A provider took `fee`, which is more than it had quoted.
    static func feeExceeded(_ fee: Amount, of cashOut: CashOut, at now: Timestamp) -> EventDraft {
        let plan = cashOut.plan
        let message =
            "\(plan.provider) took a fee of \(fee) for the cash-out of \(plan.words), not the quoted \(plan.fee)."
        var event = EventDraft(.cashOutFeeExceeded, of: cashOut, at: now, severity: .warning, message: message)
        event.amount = fee
        event.limit = plan.fee
        return event
    }

    /// The credentials of a provider became others than those that it got a cash-out with whose outcome is unknown.
    static func credentialsSwapped(of cashOut: CashOut, at now: Timestamp) -> EventDraft {
        var event = EventDraft(
            .cashOutUnknown, of: cashOut, at: now, severity: .warning, message: CashOutWording.swapped(cashOut))
        event.reason = CashOut.MoveCause.otherCredentials.code
        return event
    }

    /// A rule would pay out now, and only its mode, or that nobody confirmed it, keeps it from that.
    package static func wouldGo(_ plan: Plan, because reasons: [CashOutReason], at now: Timestamp) -> EventDraft {
        let rule = plan.rule ?? ""
        let why = reasons.map(\.message).joined(separator: " ")
        var event = EventDraft(
            .cashOutPlanned, of: plan, at: now, severity: .info,
            message: "The rule \(rule) would pay out \(plan.words): \(why)")
        event.reason = reasons.first?.code.rawValue
        return event
    }

    /// The stop switch: nothing is sent any more.
    package static func cashOutsPaused(by person: String, at now: Timestamp) -> EventDraft {
        EventDraft(
            .cashOutsPaused, at: now, severity: .warning,
            message: "\(person) paused all cash-outs: nothing is sent until they are resumed.")
    }

    package static func cashOutsResumed(by person: String, at now: Timestamp) -> EventDraft {
        EventDraft(.cashOutsResumed, at: now, message: "\(person) resumed cash-outs.")
    }

    /// A person consented to the rule, its destination and its provider as they stand.
    package static func ruleConfirmed(_ rule: String, by person: String, at now: Timestamp) -> EventDraft {
        var event = EventDraft(.ruleConfirmed, at: now, message: "\(person) confirmed the cash-out rule \(rule).")
        event.rule = rule
        return event
    }

    private init(_ type: EventType, of cashOut: CashOut, at now: Timestamp, severity: Severity, message: String) {
        self.init(type, of: cashOut.plan, at: now, severity: severity, message: message)
        self.cashOut = cashOut.id
    }

    private init(_ type: EventType, of plan: Plan, at now: Timestamp, severity: Severity, message: String) {
        self.init(type, at: now, severity: severity, message: message)
        rule = plan.rule
        asset = plan.amount.asset.code
        amount = plan.amount
        provider = plan.provider
        guard plan.legs.count == 1, let holding = plan.legs.first?.holding else { return }
        source = holding.source
        account = holding.account
    }
}

extension CashOut.State {
    /// A person is wanted, or something went otherwise than planned.
    fileprivate func severity(_ move: CashOut.Move) -> Severity {
        switch self {
        case .awaitingApproval, .needsUser, .rejected, .returned, .unknown: .warning
        case .abandoned: move.by == .provider ? .warning : .info
        case .planned, .approved, .prepared, .sending, .pending, .settled, .final: .info
        }
    }
}

extension CashOut.State.Name {
    fileprivate var event: EventType {
        switch self {
        case .planned: .cashOutPlanned
        case .awaitingApproval: .cashOutAwaitingApproval
        case .approved: .cashOutApproved
        case .prepared: .cashOutPrepared
        case .sending: .cashOutSending
        case .pending: .cashOutPending
        case .needsUser: .cashOutNeedsUser
        case .settled: .cashOutSettled
        case .final: .cashOutFinal
        case .rejected: .cashOutRejected
        case .returned: .cashOutReturned
        case .unknown: .cashOutUnknown
        case .abandoned: .cashOutAbandoned
        }
    }
}
