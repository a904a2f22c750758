/// A person's word about what nobody else could tell.
extension CashOut {
    func resolve(_ resolution: Resolution, in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        let dispatch = try resolvable()
        try resolution.evidence.check(after: dispatch.lastRunEnded, at: facts.boot)
        try confront(resolution, dispatch, in: facts)
        let state: State
        switch resolution.outcome {
        case .settled:
            let window = max(Watch.ofResolved, dispatch.request.reversalWindow)
            state = .settled(dispatch, fee: plan.fee, .new(for: window, in: facts))
        case .rejected:
            if dispatch.couldStillTell(in: facts) { throw .keyStillValid }
            state = .rejected(dispatch, .new(for: Watch.ofResolved, in: facts))
        }
        let note = resolution.comment.isEmpty ? nil : resolution.comment
        return Move(state, by: .person(resolution.person), .resolved, note: note)
            .with(.consentWithdrawn(.resolved))
    }

    private func resolvable() throws(TransitionError.Cause) -> Dispatch {
        switch state {
        case .pending(let dispatch, _), .needsUser(let dispatch, _, _):
            return dispatch
        case .unknown(let dispatch, let doubt):
            if doubt.lead == .sendingAgain { throw .runUnderWay }
            return dispatch
        case .sending:
            throw .runUnderWay
        case .planned, .awaitingApproval, .approved, .prepared, .settled, .final, .rejected, .returned, .abandoned:
            throw .noArrow
        }
    }

    /// A provider that is still at it does not contradict that the money is there; only that it never will be.
    private func confront(
        _ resolution: Resolution, _ dispatch: Dispatch, in facts: Circumstances
    ) throws(TransitionError.Cause) {
        guard case .said(let reply) = resolution.evidence.finding, dispatch.isBelieved(reply, in: facts),
            reply.state != .unknownKey || dispatch.canBeAskedAbout
        else {
            guard resolution.confidence == .unverified else {
                throw resolution.evidence.isByCustomer(of: dispatch.request) ? .unverified : .otherCredentials
            }
            return
        }
        switch (reply.state, resolution.outcome) {
        case (.unknownKey, _), (.settled, .settled), (.pending, .settled), (.needsUser, .settled),
            (.rejected, .rejected):
            return
        case (.settled, .rejected), (.pending, .rejected), (.needsUser, .rejected), (.rejected, .settled),
            (.returned, _):
            throw .contradicted(reply.state)
        }
    }
}

extension Evidence {
    fileprivate func isByCustomer(of request: CashOutRequest) -> Bool {
        switch finding {
        case .said(let reply): request.wasMade(with: reply.credentials)
        case .noAnswer, .nobodyToAsk: true
        }
    }

    fileprivate func check(after lastRunEnded: BootTime?, at now: BootTime) throws(TransitionError.Cause) {
        guard let age = now.since(askedAt), age <= Evidence.ageMax else { throw .evidenceTooOld }
        if let lastRunEnded, let sinceRun = askedAt.since(lastRunEnded), sinceRun < .zero {
            throw .evidenceBeforeLastRun
        }
    }
}

extension Dispatch {
    /// Whether the key still tells what became of the request. One without end is waited for only as long as it can be
    /// used: nobody could ever resolve it otherwise.
    fileprivate func couldStillTell(in facts: Circumstances) -> Bool {
        switch request.key {
        case .singleUse: false
        case .until: request.key.isValid(from: facts.boot)
        case .unlimited: refusalOfRepeat(in: facts) == nil
        }
    }
}
