/// The runs of the one request.
extension CashOut {
    func send(in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        guard case .prepared(let dispatch, _) = state else { throw .noArrow }
        guard facts.provider == .asPrepared else { throw .providerChanged }
        guard dispatch.request.wasMade(with: facts.credentials) else { throw .otherCredentials }
        guard dispatch.request.mayBeSent(at: facts.boot) else { throw .keyExpired }
        return Move(.sending(dispatch.begun()), by: .daemon)
    }

    /// The same bytes, the same key, and the state stays `unknown`: a repeat is a way to ask.
    ///
    /// A provider that can be asked must have said first that it does not know the key.
    func sendAgain(in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        guard case .unknown(let dispatch, let doubt) = state else { throw .noArrow }
        if let refusal = dispatch.refusalOfRepeat(in: facts) { throw refusal }
        switch doubt.lead {
        case .sendingAgain: throw .runUnderWay
        case .none: if dispatch.canBeAskedAbout { throw .notAbsent }
        case .absent: break
        }
        let next = dispatch.begun()
        return Move(
            .unknown(next, Doubt(doubt.inquiry, .sendingAgain)), by: .daemon,
            note: "sent again with the same key, run \(next.runs)")
    }

    func ran(_ outcome: SendOutcome, in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        switch state {
        case .sending(let dispatch):
            return firstRan(outcome, of: dispatch, in: facts)
        case .unknown(let dispatch, let doubt) where doubt.lead == .sendingAgain:
            return laterRan(outcome, of: dispatch, after: doubt.inquiry, in: facts)
        case .planned, .awaitingApproval, .approved, .prepared, .pending, .needsUser, .unknown, .settled, .final,
            .rejected, .returned, .abandoned:
            throw .noArrow
        }
    }

    /// No earlier run may have sent anything, so this one's word that it did not either is enough.
    private func firstRan(_ outcome: SendOutcome, of dispatch: Dispatch, in facts: Circumstances) -> Move {
        let unsent = dispatch.ended(at: facts.boot, leaving: .none)
        let sent = dispatch.ended(at: facts.boot, leaving: .possible)
        switch outcome {
        case .replied(let reply):
            return follow(reply, of: sent, in: facts) ?? doubt(sent, .unclear, reply.message, in: facts)
        case .unclear(let message):
            return doubt(sent, .unclear, message, in: facts)
        case .notConnected:
            return retry(unsent, "no connection", retryAfter: nil, in: facts)
        case .notSent(.temporary(let retryAfter), let message):
            return retry(unsent, message, retryAfter: retryAfter, in: facts)
        case .notSent(.refusedCredential, let message):
            return Move(.abandoned(unsent), by: .provider, .refusedCredential, note: message)
                .with(.providerNeedsAttention(.refusedCredential))
        case .notSent(.misconfigured, let message):
            return Move(.abandoned(unsent), by: .provider, .misconfigured, note: message)
                .with(.providerNeedsAttention(.misconfigured))
        }
    }

    /// An earlier run may have acted: that this one did not changes nothing.
    private func laterRan(
        _ outcome: SendOutcome, of running: Dispatch, after inquiry: Inquiry, in facts: Circumstances
    ) -> Move {
        let dispatch = running.ended(at: facts.boot, leaving: running.trace)
        switch outcome {
        case .replied(let reply):
            return follow(reply, of: dispatch, in: facts)
                ?? stay(dispatch, inquiry, reply.message ?? "no clear answer", in: facts)
        case .unclear(let message):
            return stay(dispatch, inquiry, message, in: facts)
        case .notConnected:
            return stay(dispatch, inquiry, "no connection", in: facts)
        case .notSent(.temporary(let retryAfter), let message):
            return stay(dispatch, inquiry, "not sent".adding(message), in: facts, retryAfter: retryAfter)
        case .notSent(.refusedCredential, let message):
            return stay(dispatch, inquiry, "credential refused".adding(message), in: facts)
                .with(.providerNeedsAttention(.refusedCredential))
        case .notSent(.misconfigured, let message):
            return stay(dispatch, inquiry, "misconfigured".adding(message), in: facts)
                .with(.providerNeedsAttention(.misconfigured))
        }
    }

    private func retry(
        _ dispatch: Dispatch, _ message: String?, retryAfter: Duration?, in facts: Circumstances
    ) -> Move {
        let inquiry = Inquiry(fruitless: dispatch.runs - 1, next: facts.now)
            .later(.unsent, in: facts, retryAfter: retryAfter)
        return Move(.prepared(dispatch, inquiry), by: .provider, .notSent, note: message)
    }

    private func stay(
        _ dispatch: Dispatch, _ inquiry: Inquiry, _ message: String, in facts: Circumstances,
        retryAfter: Duration? = nil
    ) -> Move {
        let inquiry = inquiry.later(.unknown, in: facts, retryAfter: retryAfter)
        return Move(.unknown(dispatch, Doubt(inquiry)), by: .provider, note: "run \(dispatch.runs): \(message)")
    }

    /// The daemon started: a run that it began has ended somehow, and what may have been sent is asked about at once.
    ///
    /// After a reboot nothing tells how long ago the last run ended, so it counts as ended now.
    func restart(in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        switch state {
        case .planned, .awaitingApproval, .approved, .prepared:
            return Move(state, by: .daemon)
        case .sending(let dispatch):
            let inquiry = Inquiry(fruitless: 0, next: facts.now)
            let ended = dispatch.ended(at: facts.boot, leaving: .possible)
            return Move(.unknown(ended, Doubt(inquiry)), by: .daemon, .restarted)
        case .unknown(let dispatch, let doubt):
            return restart(dispatch, doubt, in: facts)
        case .pending(let dispatch, let inquiry):
            return Move(.pending(dispatch, inquiry.atOnce(facts.now)), by: .daemon)
        case .needsUser(let dispatch, let inquiry, let message):
            return Move(.needsUser(dispatch, inquiry.atOnce(facts.now), message: message), by: .daemon)
        case .settled(let dispatch, let fee, let watch):
            return Move(.settled(dispatch, fee: fee, watch.atOnce(facts.now)), by: .daemon)
        case .rejected(let dispatch, let watch?):
            return Move(.rejected(dispatch, watch.atOnce(facts.now)), by: .daemon)
        case .final, .rejected(_, nil), .returned, .abandoned:
            throw .noArrow
        }
    }

    private func restart(_ dispatch: Dispatch, _ doubt: Doubt, in facts: Circumstances) -> Move {
        let inquiry = doubt.inquiry.atOnce(facts.now)
        let ended = dispatch.ended(at: facts.boot, leaving: dispatch.trace)
        switch doubt.lead {
        case .sendingAgain:
            return Move(
                .unknown(ended, Doubt(inquiry)), by: .daemon, note: "walletd stopped in run \(dispatch.runs)")
        case .none, .absent:
            let isSameBoot = dispatch.lastRunEnded?.boot == facts.boot.boot
            return Move(.unknown(isSameBoot ? dispatch : ended, Doubt(inquiry, doubt.lead)), by: .daemon)
        }
    }

    private func doubt(_ dispatch: Dispatch, _ cause: MoveCause, _ note: String?, in facts: Circumstances) -> Move {
        let inquiry = Inquiry.first(.unknown, in: facts)
        return Move(.unknown(dispatch, Doubt(inquiry)), by: .daemon, cause, note: note)
    }
}

extension String {
    fileprivate func adding(_ message: String?) -> String { message.map { "\(self) (\($0))" } ?? self }
}
