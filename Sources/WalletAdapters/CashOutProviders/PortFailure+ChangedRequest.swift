import WalletCore

extension PortFailure {
    /// The bytes that would go out are not those that were prepared: a credential was swapped since.
    static func changedRequest(_ attempt: PayoutAttempt) -> PortFailure {
        switch attempt {
        case .first:
            PortFailure(.misconfigured, "the request is not the one that was prepared; was a credential changed?")
        case .repeat:
            PortFailure(
                .misconfigured,
                "the request is not the one that was sent before, so it is not sent again; was a credential changed?")
        }
    }
}
