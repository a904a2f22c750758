import WalletCore

/// How a trial says what it was told.
extension ProviderPromise {
    var words: String {
        let keys =
            switch idempotency {
            case .none: "a key that is sent again may act again"
            case .limited(let lifetime): "a key acts once within \(lifetime.text)"
            case .unlimited: "a key acts once, for ever"
            }
        let search = lookup == .byKey ? "found by key" : "not found by key"
        let absence = absentAfter.map { ", surely absent after \($0.text)" } ?? ""
        return "\(keys), \(search)\(absence), \(bundling == .bundles ? "takes bundles" : "takes one holding at a time")"
    }

    var remarks: [TrialStep] {
        guard isBlind else { return [] }
        return [
            TrialStep(
                "describe", .note,
                "neither \"idempotent\" nor \"lookup\": it is used where mode is \"ask\" and nowhere else")
        ]
    }
}

extension Quote {
    var words: String {
        let origin = feeFrom == .amount ? "out of the amount" : "on top of it"
        let arrival = receives.map { ", \($0) arrives" } ?? ""
        let time = processing.map { ", within \($0.text)" } ?? ""
        return "a fee of \(fee), \(origin)\(arrival)\(time)"
    }
}

extension SendOutcome {
    var words: String {
        switch self {
        case .replied(let reply):
            reply.state.rawValue + (reply.reference.map { ", reference \($0)" } ?? "")
                + (reply.message.map { ": \($0)" } ?? "")
        case .notSent(let refusal, let message):
            "it sent nothing: \(refusal.words)" + (message.map { " (\($0))" } ?? "")
        case .notConnected: "no connection"
        case .unclear(let message): "nobody knows what happened: \(message)"
        }
    }
}

extension SendOutcome.Refusal {
    fileprivate var words: String {
        switch self {
        case .temporary: "try again later"
        case .refusedCredential: "its credential was refused"
        case .misconfigured: "its options are wrong, or it could not be run"
        }
    }
}
