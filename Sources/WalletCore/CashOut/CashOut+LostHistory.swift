extension CashOut {
    /// The ledger is older than it was, and this cash-out may have come further than it says: its request, under its
    /// one reference, may have been sent in the time that is lost.
    ///
    /// So nothing goes on as if it had not been: what has a request is asked about, and what has none is given up; a
    /// rule decides anew, on the balances of today, under another reference.
    func loseHistory(in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        switch state {
        case .planned, .awaitingApproval, .approved:
            return Move(.abandoned(nil), by: .daemon, .historyLost)
        case .prepared(let dispatch, let inquiry):
            return doubt(dispatch.begun(), .possible, inquiry, in: facts)
        case .unknown(let dispatch, let doubt):
            guard doubt.lead != .sendingAgain else { throw .runUnderWay }
            return self.doubt(dispatch, dispatch.trace, doubt.inquiry, in: facts)
        case .sending:
            throw .runUnderWay
        case .pending, .needsUser, .settled, .final, .rejected, .returned, .abandoned:
            throw .noArrow
        }
    }

    /// Nothing tells when its last run ended, so it counts as ended now.
    private func doubt(
        _ dispatch: Dispatch, _ trace: Dispatch.Trace, _ inquiry: Inquiry, in facts: Circumstances
    ) -> Move {
        let ended = dispatch.ended(at: facts.boot, leaving: trace)
        return Move(.unknown(ended, Doubt(inquiry.atOnce(facts.now))), by: .daemon, .historyLost)
    }
}
