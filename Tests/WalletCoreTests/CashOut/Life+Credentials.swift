import WalletCore

extension CashOut.Step {
    /// What was heard, as heard with these credentials.
    func with(_ credentials: String?) -> CashOut.Step {
        switch self {
        case .answer(var reply, let askedAt):
            reply.credentials = credentials
            return .answer(reply, askedAt: askedAt)
        case .ran(.replied(var reply)):
            reply.credentials = credentials
            return .ran(.replied(reply))
        case .seekApproval, .approve, .decline, .abandon, .expire, .prepare, .send, .sendAgain, .ran, .restart,
            .loseHistory, .compareCredentials, .noAnswer, .endWatch, .resolve:
            return self
        }
    }
}

extension Evidence.Finding {
    func with(_ credentials: String?) -> Evidence.Finding {
        switch self {
        case .said(var reply):
            reply.credentials = credentials
            return .said(reply)
        case .noAnswer, .nobodyToAsk:
            return self
        }
    }
}
