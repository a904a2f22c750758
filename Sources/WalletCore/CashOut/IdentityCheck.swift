/// How far a provider has come with checking who we are.
package enum IdentityCheck: String, Sendable, CaseIterable {
    case none
    case pending
    case verified
    case rejected
}
