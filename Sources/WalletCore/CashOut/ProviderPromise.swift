/// What a provider promises about requests, as it described itself.
package struct ProviderPromise: Equatable, Sendable {
    /// `nil`: a key that is sent again may act again.
    package var idempotency: KeyLifetime?
    package var lookup: Lookup
    /// A request that is not known this long after it was sent can never act; `nil`: no such promise.
    package var absentAfter: Duration?
    package var bundling: Provider.Bundling

    /// How long a request with the same key acts once.
    package enum KeyLifetime: Hashable, Sendable {
        case limited(Duration)
        case unlimited
    }

    package enum Lookup: Sendable {
        /// A request is found by our key alone.
        case byKey
        case none
    }

    package init(
        idempotency: KeyLifetime? = nil, lookup: Lookup = .none, absentAfter: Duration? = nil,
        bundling: Provider.Bundling = .single
    ) {
        self.idempotency = idempotency
        self.lookup = lookup
        self.absentAfter = absentAfter
        self.bundling = bundling
    }

    /// Whether what became of a request can never be made sure of: a person must look at each.
    package var isBlind: Bool { idempotency == nil && lookup == .none }
}
