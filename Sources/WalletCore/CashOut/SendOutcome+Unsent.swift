extension SendOutcome {
    /// Of a run that failed before anything could go out.
    package static func unsent(_ failure: PortFailure) -> SendOutcome {
        switch failure.reason {
        case .refusedCredential: .notSent(.refusedCredential, message: failure.message)
        case .misconfigured: .notSent(.misconfigured, message: failure.message)
        case .unreachable: .notConnected
        case .timeout, .rateLimited, .malformed, .tooLarge, .failed:
            .notSent(.temporary(retryAfter: failure.retryAfter), message: failure.message)
        }
    }
}
