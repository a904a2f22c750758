/// Until when the provider acts once on a reference, however often it gets it.
package enum KeyExpiry: Hashable, Sendable {
    /// It acts each time it gets it: good for one run.
    case singleUse
    /// In the boot in which the request was prepared, up to this time. After another boot nobody can say how much of it
    /// is left.
    case until(BootTime)
    case unlimited

    /// What the provider promises, counted from when the request was prepared: earlier than it could have got it.
    package init(_ promise: ProviderPromise, preparedAt: BootTime) {
        switch promise.idempotency {
        case .none: self = .singleUse
        case .limited(let lifetime): self = .until(preparedAt + lifetime)
        case .unlimited: self = .unlimited
        }
    }

    /// Whether a request that comes in until `duration` from now still acts once together with earlier ones.
    package func isValid(for duration: Duration = .zero, from now: BootTime) -> Bool {
        switch self {
        case .singleUse: false
        case .until(let end): (now + duration).since(end).map { $0 < .zero } ?? false
        case .unlimited: true
        }
    }
}
