/// From the plan to the request: all of it before anything can have moved.
extension CashOut {
    func seekApproval(until: Timestamp?) throws(TransitionError.Cause) -> Move {
        guard case .planned = state else { throw .noArrow }
        guard approval == .person else { throw .otherApproval }
        return Move(.awaitingApproval(until: until), by: .daemon)
    }

    func approve(_ plan: String, by actor: Actor, at now: Timestamp) throws(TransitionError.Cause) -> Move {
        switch approval {
        case .rule:
            guard case .planned = state else { throw .noArrow }
            guard actor == .rule else { throw .otherApproval }
        case .person:
            guard case .awaitingApproval(let until) = state else { throw .noArrow }
            guard case .person = actor else { throw .otherApproval }
            if let until, until <= now { throw .expired(until) }
        }
        guard plan == planID else { throw .otherPlan }
        return Move(.approved, by: actor)
    }

    func decline(by person: String, _ comment: String?) throws(TransitionError.Cause) -> Move {
        guard case .awaitingApproval = state else { throw .noArrow }
        return Move(.abandoned(nil), by: .person(person), .declined, note: comment).with(.declined)
    }

    func abandon(because reasons: [CashOutReason]) throws(TransitionError.Cause) -> Move {
        let note = reasons.map(\.message).joined(separator: " ")
        switch state {
        case .planned, .awaitingApproval, .approved, .prepared:
            return Move(
                .abandoned(state.dispatch), by: .daemon, .held(reasons.first?.code), note: note.isEmpty ? nil : note)
        case .sending, .pending, .needsUser, .unknown, .settled, .final, .rejected, .returned, .abandoned:
            throw .noArrow
        }
    }

    func expire(in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        switch state {
        case .awaitingApproval(let until):
            guard let until, until <= facts.now else { throw .tooEarly }
            return Move(.abandoned(nil), by: .daemon, .expired)
        case .prepared(let dispatch, _):
            guard !dispatch.request.mayBeSent(at: facts.boot) else { throw .tooEarly }
            return Move(.abandoned(dispatch), by: .daemon, .keyExpired)
        case .planned, .approved, .sending, .pending, .needsUser, .unknown, .settled, .final, .rejected, .returned,
            .abandoned:
            throw .noArrow
        }
    }

    /// Refuses what could not be booked later: by then it would have been sent.
    func prepare(_ request: CashOutRequest, in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        guard case .approved = state else { throw .noArrow }
        do throws(AmountError) {
            _ = try plan.postings(from: .inFlight, to: .arrived(fee: plan.fee))
        } catch {
            throw .uncountable(error)
        }
        var request = request
        request.preparedAt = facts.now
        return Move(.prepared(Dispatch(request), Inquiry(fruitless: 0, next: facts.now)), by: .daemon)
    }
}
