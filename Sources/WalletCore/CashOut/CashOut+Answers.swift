/// What the provider says, and how far it is believed.
extension CashOut {
    func answer(
        _ reply: ProviderReply, askedAt: BootTime, in facts: Circumstances
    ) throws(TransitionError.Cause) -> Move {
        switch state {
        case .pending(let dispatch, _), .needsUser(let dispatch, _, _):
            return follow(reply, of: dispatch, in: facts) ?? missed(reply, of: dispatch, in: facts)
                ?? lost(reply, of: dispatch, in: facts) ?? later(in: facts)
        case .unknown(let dispatch, let doubt):
            if doubt.lead == .sendingAgain { throw .runUnderWay }
            return follow(reply, of: dispatch, in: facts)
                ?? absent(reply, askedAt: askedAt, doubt, in: facts) ?? later(in: facts)
        case .settled(let dispatch, let fee, let watch):
            let watch = watch.heard(in: facts)
            return taken(reply, of: dispatch, in: facts) ?? rebooked(reply, from: fee, of: dispatch, watch)
                ?? Move(.settled(dispatch, fee: fee, watch), by: .daemon)
        case .rejected(let dispatch, let watch?):
            guard facts.now < watch.end(in: facts) else { throw .noArrow }
            return denied(reply, of: dispatch, in: facts)
        case .sending:
            throw .runUnderWay
        case .planned, .awaitingApproval, .approved, .prepared, .final, .rejected(_, nil), .returned, .abandoned:
            throw .noArrow
        }
    }

    /// Silence says nothing.
    func noAnswer(retryAfter: Duration?, in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        switch state {
        case .unknown(_, let doubt) where doubt.lead == .sendingAgain:
            throw .runUnderWay
        case .pending, .needsUser, .unknown, .settled, .rejected(_, _?):
            return later(retryAfter: retryAfter, in: facts)
        case .sending:
            throw .runUnderWay
        case .planned, .awaitingApproval, .approved, .prepared, .final, .rejected(_, nil), .returned, .abandoned:
            throw .noArrow
        }
    }

    func endWatch(in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        switch state {
        case .settled(let dispatch, let fee, let watch):
            guard watch.end(in: facts) <= facts.now else { throw .tooEarly }
            return Move(.final(dispatch, fee: fee), by: .daemon)
        case .rejected(let dispatch, let watch?):
            guard watch.end(in: facts) <= facts.now else { throw .tooEarly }
            return Move(.rejected(dispatch, nil), by: .daemon)
        case .planned, .awaitingApproval, .approved, .prepared, .sending, .pending, .needsUser, .unknown, .final,
            .rejected(_, nil), .returned, .abandoned:
            throw .noArrow
        }
    }

    /// Where the reply leads while the outcome is open; `nil` where it is not believed, or says only that the key is
    /// not known.
    func follow(_ reply: ProviderReply, of dispatch: Dispatch, in facts: Circumstances) -> Move? {
        guard dispatch.isBelieved(reply, in: facts) else { return nil }
        let known = dispatch.acknowledged(as: reply.reference)
        switch reply.state {
        case .pending:
            return work(known, reply, in: facts)
        case .settled:
            return settle(known, reply, in: facts)
        case .rejected:
            guard dispatch.trace != .contradicted else { return nil }
            return Move(.rejected(known, nil), by: .provider, note: reply.message).with(.rejected)
        case .returned:
            return comeBack(known, reply)
        case .needsUser:
            return wait(known, reply, in: facts)
        case .unknownKey:
            return nil
        }
    }

    private func work(_ dispatch: Dispatch, _ reply: ProviderReply, in facts: Circumstances) -> Move {
        let backoff = Backoff.pending(plan.processing)
        if case .pending(_, let inquiry) = state {
            return Move(.pending(dispatch, inquiry.later(backoff, in: facts)), by: .provider)
        }
        return Move(.pending(dispatch, .first(backoff, in: facts)), by: .provider, note: reply.message)
    }

    private func wait(_ dispatch: Dispatch, _ reply: ProviderReply, in facts: Circumstances) -> Move {
        let backoff = Backoff.pending(plan.processing)
        let message = reply.message ?? ""
        guard case .needsUser(_, let inquiry, let before) = state else {
            let next = State.needsUser(dispatch, .first(backoff, in: facts), message: message)
            return Move(next, by: .provider, note: reply.message)
        }
        let next = State.needsUser(dispatch, inquiry.later(backoff, in: facts), message: message)
        return Move(next, by: .provider, note: before == message ? nil : message)
    }

    private func settle(_ dispatch: Dispatch, _ reply: ProviderReply, in facts: Circumstances) -> Move {
        let watch = Watch.new(for: dispatch.request.reversalWindow, in: facts)
        var move = Move(
            .settled(dispatch, fee: plan.bookable(reply.fee) ?? plan.fee, watch), by: .provider, note: reply.message)
        move.excessiveFee = plan.excessive(reply.fee)
        return move.with(.settled)
    }

    private func comeBack(_ dispatch: Dispatch, _ reply: ProviderReply) -> Move {
        var move = Move(.returned(dispatch, fee: plan.bookable(reply.fee)), by: .provider, note: reply.message)
        if let fee = plan.excessive(reply.fee), state.position != .arrived(fee: fee) { move.excessiveFee = fee }
        return move.with(.consentWithdrawn(.returned))
    }

    /// The provider had it, and does not find it any more.
    private func missed(_ reply: ProviderReply, of dispatch: Dispatch, in facts: Circumstances) -> Move? {
        guard reply.state == .unknownKey, dispatch.canBeAskedAbout,
            dispatch.counterpart(saying: reply, in: facts) == .asPrepared
        else { return nil }
        return Move(.unknown(dispatch, Doubt(.first(.unknown, in: facts))), by: .provider, .unknownKey)
    }

    /// What the provider had, somebody with other credentials says something of that is not believed: by them, its end
    /// will not be learned.
    private func lost(_ reply: ProviderReply, of dispatch: Dispatch, in facts: Circumstances) -> Move? {
        guard !dispatch.request.wasMade(with: reply.credentials), !dispatch.isBelieved(reply, in: facts) else {
            return nil
        }
        let note = CashOutWording.disbelief(in: reply.state, of: plan.provider)
        return Move(
            .unknown(dispatch.known(as: .doubtful), Doubt(.first(.unknown, in: facts))), by: .provider,
            .otherCredentials, note: note)
    }

    /// The provider does not know the key: that allows to send the same again, and ends it only where the provider
    /// promised when such a request can no longer act, and says so twice.
    private func absent(
        _ reply: ProviderReply, askedAt: BootTime, _ doubt: Doubt, in facts: Circumstances
    ) -> Move? {
        guard reply.state == .unknownKey, let dispatch = state.dispatch, dispatch.isSoughtByKey,
            dispatch.counterpart(saying: reply, in: facts) == .asPrepared
        else {
            return nil
        }
        guard dispatch.canNoLongerAct(at: askedAt) else {
            let inquiry = doubt.inquiry.later(.unknown, in: facts)
            return Move(.unknown(dispatch, Doubt(inquiry, .absent(provenFrom: nil))), by: .provider)
        }
        if case .absent(let first?) = doubt.lead, let apart = askedAt.since(first) {
            guard apart >= Doubt.absenceApartMin else { return nil }
            return Move(.rejected(dispatch, nil), by: .provider, .absent).with(.rejected)
        }
        let second = Inquiry(fruitless: doubt.inquiry.fruitless + 1, next: facts.now + Doubt.absenceApartMin)
        return Move(.unknown(dispatch, Doubt(second, .absent(provenFrom: askedAt))), by: .provider)
    }

    /// Of one that settled; `nil`: nothing new. That it is not found any more says nothing, providers forget.
    private func taken(_ reply: ProviderReply, of dispatch: Dispatch, in facts: Circumstances) -> Move? {
        guard dispatch.isBelieved(reply, in: facts) else { return later(in: facts) }
        switch reply.state {
        case .settled, .unknownKey: return nil
        case .returned: return comeBack(dispatch.acknowledged(as: reply.reference), reply)
        case .pending, .rejected, .needsUser: return contradict(reply, dispatch, in: facts)
        }
    }

    /// Of one that settled, where the fee is told only now, or another one.
    private func rebooked(_ reply: ProviderReply, from fee: Amount, of dispatch: Dispatch, _ watch: Watch) -> Move? {
        guard reply.state == .settled, let told = plan.bookable(reply.fee), told != fee else { return nil }
        var move = Move(
            .settled(dispatch, fee: told, watch), by: .provider, note: "the fee is \(told), not \(fee)")
        move.excessiveFee = plan.excessive(told)
        return move
    }

    /// Of one of which a person had said that nothing moved.
    private func denied(_ reply: ProviderReply, of dispatch: Dispatch, in facts: Circumstances) -> Move {
        guard dispatch.isBelieved(reply, in: facts) else { return later(in: facts) }
        switch reply.state {
        case .rejected, .unknownKey: return later(in: facts)
        case .pending, .settled, .returned, .needsUser: return contradict(reply, dispatch, in: facts)
        }
    }

    private func contradict(_ reply: ProviderReply, _ dispatch: Dispatch, in facts: Circumstances) -> Move {
        let dispatch = dispatch.acknowledged(as: reply.reference).traced(.contradicted)
        let note = "it was \(state.name.rawValue), and the provider now says \(reply.state.rawValue)"
        return Move(
            .unknown(dispatch, Doubt(.first(.unknown, in: facts))), by: .provider, .contradicted, note: note
        ).with(.consentWithdrawn(.contradicted))
    }

    /// Nothing new: asked again, later.
    private func later(retryAfter: Duration? = nil, in facts: Circumstances) -> Move {
        let pending = Backoff.pending(plan.processing)
        let next: State =
            switch state {
            case .pending(let dispatch, let inquiry):
                .pending(dispatch, inquiry.later(pending, in: facts, retryAfter: retryAfter))
            case .needsUser(let dispatch, let inquiry, let message):
                .needsUser(dispatch, inquiry.later(pending, in: facts, retryAfter: retryAfter), message: message)
            case .unknown(let dispatch, let doubt):
                .unknown(dispatch, Doubt(doubt.inquiry.later(.unknown, in: facts, retryAfter: retryAfter), doubt.lead))
            case .settled(let dispatch, let fee, let watch):
                .settled(dispatch, fee: fee, watch.unheard(in: facts, retryAfter: retryAfter))
            case .rejected(let dispatch, let watch):
                .rejected(dispatch, watch?.later(in: facts, retryAfter: retryAfter))
            case .planned, .awaitingApproval, .approved, .prepared, .sending, .final, .returned, .abandoned:
                state
            }
        return Move(next, by: .daemon)
    }
}

extension Circumstances.Counterpart {
    /// Who is not the one that got the request may know that something moved, but not that nothing did.
    func isBelieved(_ state: ProviderReply.State) -> Bool {
        switch (self, state) {
        case (.asPrepared, _), (.changed, .pending), (.changed, .settled), (.changed, .returned): true
        case (.changed, .rejected), (.changed, .needsUser), (.changed, .unknownKey): false
        }
    }
}
