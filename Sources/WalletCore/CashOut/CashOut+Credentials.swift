/// The credentials of the provider, which may become those of another account while an outcome is open.
///
/// That account knows nothing of the request, so nothing is sent again with its credentials, and that it does not know
/// the key, or rejects it, is not believed. The same is seen where a credential is only renewed: its words that something
/// moves or moved are true then and believed; for the rest a person is told, once, how it comes to an end.
extension CashOut {
    func compareCredentials(in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        guard case .unknown(let dispatch, let doubt) = state else { throw .noArrow }
        if doubt.lead == .sendingAgain { throw .runUnderWay }
        let customer = dispatch.customer(in: facts)
        guard customer != dispatch.customer else { throw .noArrow }
        let next = State.unknown(dispatch.known(as: customer), doubt)
        switch customer {
        case .asPrepared:
            return Move(next, by: .daemon, note: "the credentials of \(plan.provider) are those of its request again")
        case .doubtful:
            var move = Move(
                next, by: .daemon, note: "the credentials of \(plan.provider) are not those of its request any more")
            move.isSwap = true
            return move
        }
    }

    /// Why the first run does not go out with the credentials in force; `nil`: they are those of the request.
    package func reason(againstCredentialsIn facts: Circumstances) -> CashOutReason? {
        guard let request = state.dispatch?.request, !request.wasMade(with: facts.credentials) else { return nil }
        var reason = CashOutReason(
            .providerChanged,
            "The credentials of \(plan.provider) were replaced, or cannot be read, since the request was made.")
        reason.clearsWhen = "a request is made with the credentials in force"
        return reason
    }
}
