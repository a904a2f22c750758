import WalletCore

/// A mistake that somebody could make in the machine; each is one that others made.
enum Flaw: CaseIterable {
    case notFoundIsFailure
    case timeOutIsFailure
    case silenceIsFailure
    case forgetsTheRun
    case repeatsWithoutPromise
    case repeatsAfterTheKey
    case repeatsAfterAReboot
    case repeatsUnderNewReference
    case laterRunIsFirst
    case laterRefusalAbandons
    case absenceAtOnce
    case absenceOnce
    case believesAnother
    case believesAnyCredentials
    case repeatsWithAnyCredentials
    case forgetsWhatItHeard
    case saysNothing
}

/// The machine, or one with a flaw.
struct FlawedMachine {
    var flaw: Flaw?

    /// Takes the step, and returns what it announces.
    func take(_ step: CashOut.Step, _ life: inout Life) throws(TransitionError) -> [EventType] {
        if let state = replaced(life.cashOut.state, by: step) {
            life.cashOut = life.cashOut.with(state)
            return EventType.allCases.filter { $0.rawValue == "cashout.\(state.name.rawValue)" }
        }
        let state = tampered(life.cashOut.state, before: step, in: life.facts)
        var tamperedLife = life
        tamperedLife.cashOut = life.cashOut.with(state)
        if flaw == .believesAnother { tamperedLife.provider = .asPrepared }
        switch (flaw, step) {
        case (.believesAnyCredentials, .answer), (.repeatsWithAnyCredentials, .sendAgain):
            tamperedLife.credentials = Life.own
        default: break
        }
        let events = try tamperedLife.take(step).events.map(\.type)
        tamperedLife.provider = life.provider
        tamperedLife.credentials = life.credentials
        life = tamperedLife
        return flaw == .saysNothing && life.state == .unknown ? [] : events
    }

    /// Where a flawed machine goes instead.
    private func replaced(_ state: CashOut.State, by step: CashOut.Step) -> CashOut.State? {
        switch (flaw, state, step) {
        case (.notFoundIsFailure, .unknown(let dispatch, let doubt), .answer(let reply, _))
        where doubt.lead != .sendingAgain && reply.state == .unknownKey:
            .rejected(dispatch, nil)
        case (.timeOutIsFailure, .sending(let dispatch), .ran(.unclear)): .rejected(dispatch, nil)
        case (.silenceIsFailure, .unknown(let dispatch, _), .noAnswer): .rejected(dispatch, nil)
        case (.forgetsTheRun, .sending(let dispatch), .restart):
            .prepared(dispatch, Inquiry(fruitless: 0, next: .at("0:00")))
        case (.repeatsUnderNewReference, .unknown, .answer(let reply, _)) where reply.state == .unknownKey: .approved
        case (.laterRunIsFirst, .unknown(let dispatch, let doubt), .ran(.notSent(.temporary, _)))
        where doubt.lead == .sendingAgain:
            .prepared(dispatch, doubt.inquiry)
        case (.laterRefusalAbandons, .unknown(let dispatch, let doubt), .ran(.notSent(.misconfigured, _)))
        where doubt.lead == .sendingAgain:
            .abandoned(dispatch)
        default: nil
        }
    }

    /// What a flawed machine takes the state for.
    private func tampered(
        _ state: CashOut.State, before step: CashOut.Step, in facts: Circumstances
    ) -> CashOut.State {
        guard case .unknown(let dispatch, let doubt) = state, let flaw, doubt.lead != .sendingAgain else {
            return state
        }
        let isOtherBoot = dispatch.request.key.boot != facts.boot.boot
        let longAgo = BootTime(boot: facts.boot.boot, elapsed: .zero - .days(9))
        switch (flaw, step) {
        case (.repeatsWithoutPromise, .sendAgain):
            return .unknown(dispatch.with(.unlimited, idempotent: true), Doubt(doubt.inquiry, .absent(provenFrom: nil)))
        case (.repeatsAfterTheKey, .sendAgain) where !isOtherBoot:
            return .unknown(dispatch.with(.unlimited, idempotent: dispatch.isIdempotent), doubt)
        case (.repeatsAfterAReboot, .sendAgain) where isOtherBoot:
            return .unknown(dispatch.with(.unlimited, idempotent: dispatch.isIdempotent), doubt)
        case (.absenceAtOnce, .answer):
            return .unknown(dispatch.with(lastRunEnded: longAgo, trace: dispatch.trace), doubt)
        case (.absenceOnce, .answer):
            return .unknown(dispatch, Doubt(doubt.inquiry, .absent(provenFrom: longAgo)))
        case (.forgetsWhatItHeard, .answer):
            return .unknown(dispatch.with(lastRunEnded: dispatch.lastRunEnded, trace: .possible), doubt)
        default:
            return state
        }
    }
}

extension CashOut {
    fileprivate func with(_ state: State) -> CashOut {
        CashOut(id: id, plan: plan, planID: planID, approval: approval, state: state)
    }
}

extension KeyExpiry {
    fileprivate var boot: String? {
        guard case .until(let end) = self else { return nil }
        return end.boot
    }
}

extension Dispatch {
    fileprivate var isIdempotent: Bool { request.promise.idempotency != nil }

    fileprivate func with(lastRunEnded: BootTime?, trace: Trace) -> Dispatch {
        Dispatch(
            request, runs: runs, lastRunEnded: lastRunEnded, trace: trace, providerReference: providerReference,
            customer: customer)
    }

    fileprivate func with(_ key: KeyExpiry, idempotent: Bool) -> Dispatch {
        var promise = request.promise
        promise.idempotency = idempotent ? .unlimited : nil
        var changed = CashOutRequest(
            reference: request.reference, key: key, promise: promise, timeout: request.timeout,
            reversalWindow: request.reversalWindow)
        changed.credentials = request.credentials
        return Dispatch(
            changed, runs: runs, lastRunEnded: lastRunEnded, trace: trace, providerReference: providerReference,
            customer: customer)
    }
}
