import WalletCore

extension SendOutcome {
    /// Without what the party said about a run that sent nothing.
    var unsaid: SendOutcome {
        if case .notSent(let refusal, _) = self { .notSent(refusal) } else { self }
    }
}
