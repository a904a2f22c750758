extension CashOut {
    /// Why a cash-out went where it went; the journal's `WALLETD_REASON`.
    enum MoveCause: Equatable {
        case declined
        case expired
        case keyExpired
        case held(CashOutReason.Code?)
        case refusedCredential
        case misconfigured
        case notSent
        case unclear
        case restarted
        case historyLost
        case unknownKey
        case absent
        case contradicted
        case otherCredentials
        case resolved

        var code: String {
            switch self {
            case .declined: "declined"
            case .expired: "expired"
            case .keyExpired: "key-expired"
            case .held(let code): code?.rawValue ?? "held"
            case .refusedCredential: "refused-credential"
            case .misconfigured: "misconfigured"
            case .notSent: "not-sent"
            case .unclear: "unclear"
            case .restarted: "restarted"
            case .historyLost: "history-went-back"
            case .unknownKey: "unknown-key"
            case .absent: "absent"
            case .contradicted: "contradicted"
            case .otherCredentials: CashOutReason.Code.providerChanged.rawValue
            case .resolved: "resolved"
            }
        }
    }
}
