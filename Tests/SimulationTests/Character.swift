import WalletCore

/// What a simulated provider promises, and how it behaves within that.
enum Character: CaseIterable {
    case idempotentWithLookup
    case idempotentOnly
    case lookupOnly
    /// Every request of it is a leap in the dark.
    case neither
    /// Keeps to the letter of what it promises: late, twice, out of order, or as if it had never heard of it.
    case liar

    static let keyLifetime: Duration = .seconds(3600)
    static let absentAfter: Duration = .seconds(2 * 3600)

    var promise: ProviderPromise {
        switch self {
        case .idempotentWithLookup, .liar:
            ProviderPromise(
                idempotency: .limited(Character.keyLifetime), lookup: .byKey, absentAfter: Character.absentAfter)
        case .idempotentOnly: ProviderPromise(idempotency: .limited(Character.keyLifetime))
        case .lookupOnly: ProviderPromise(lookup: .byKey)
        case .neither: ProviderPromise()
        }
    }
}
