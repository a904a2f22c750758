extension CashOut {
    /// What to do next, as things stand: after a step, at a start, and again right before doing it.
    package func wish(in facts: Circumstances) -> CashOutEffect {
        switch state {
        case .planned:
            .seekApproval
        case .awaitingApproval(let until):
            until.map { .expire(at: $0) } ?? .nothing
        case .approved:
            .prepare
        case .prepared(let dispatch, let inquiry):
            dispatch.request.mayBeSent(at: facts.boot) ? .send(.first, at: inquiry.next) : .expire(at: facts.now)
        case .pending(let dispatch, let inquiry), .needsUser(let dispatch, let inquiry, _):
            dispatch.canBeAskedAbout ? .ask(at: inquiry.next) : .nothing
        case .unknown(let dispatch, let doubt):
            wish(dispatch, doubt, in: facts)
        case .settled(let dispatch, _, let watch):
            dispatch.asks(watch) ? .ask(at: watch.inquiry.next) : .endWatch(at: watch.end(in: facts))
        case .rejected(let dispatch, let watch?):
            dispatch.asks(watch) && facts.now < watch.end(in: facts)
                ? .ask(at: watch.inquiry.next) : .endWatch(at: watch.end(in: facts))
        case .sending, .final, .rejected(_, nil), .returned, .abandoned:
            .nothing
        }
    }

    /// Sends again where that is allowed and no look-up would tell more, else asks, else leaves it to a person.
    private func wish(_ dispatch: Dispatch, _ doubt: Doubt, in facts: Circumstances) -> CashOutEffect {
        if doubt.lead != .sendingAgain, dispatch.customer != dispatch.customer(in: facts) { return .compareCredentials }
        let mayRepeat = dispatch.refusalOfRepeat(in: facts) == nil
        let next = doubt.inquiry.next
        switch doubt.lead {
        case .sendingAgain: return .nothing
        case .absent(provenFrom: nil) where mayRepeat: return .send(.again, at: next)
        case .none, .absent:
            if dispatch.canBeAskedAbout { return .ask(at: next) }
            return mayRepeat ? .send(.again, at: next) : .nothing
        }
    }
}

extension Dispatch {
    fileprivate func asks(_ watch: Watch) -> Bool { canBeAskedAbout && watch.isOwedALook }
}
