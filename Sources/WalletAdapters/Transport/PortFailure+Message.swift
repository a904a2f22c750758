import WalletCore

extension PortFailure {
    /// The same failure in other words, cut and fit to be shown.
    func saying(_ message: String) -> PortFailure {
        PortFailure(reason, SafeText.message(message), retryAfter: retryAfter)
    }
}
