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
        self.init(type, at: now, severity: severity, message: message)
        let plan = cashOut.plan
        rule = plan.rule
        asset = plan.amount.asset.code
        amount = plan.amount
        self.cashOut = cashOut.id
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
