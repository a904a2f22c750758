import WalletAPI
import WalletCore
import WalletEngine

extension Problem {
    /// What the engine refused, for the client.
    init(_ error: EngineError) {
        self.init(error.code.problem, error.detail, hint: error.hint)
        switch error.code {
        case .quotaExhausted(let until): retryAt = "\(until)"
        case .configurationRejected(let faults): self.faults = faults
        case .held(let reasons): self.reasons = reasons.map { Reason($0) }
        case .notFound, .conflict, .invalid, .changed, .keyReused, .degraded, .storeFailed: break
        }
    }
}

extension EngineError.Code {
    fileprivate var problem: ProblemCode {
        switch self {
        case .notFound: .notFound
        case .conflict: .conflict
        case .invalid: .badRequest
        case .changed: .changed
        case .held: .held
        case .keyReused: .keyReused
        case .quotaExhausted: .quotaSpent
        case .configurationRejected: .configRejected
        case .degraded: .unavailable
        case .storeFailed: .internal
        }
    }
}
