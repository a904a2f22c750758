/// What a provider says of one request.
package struct ProviderReply: Equatable, Sendable {
    package let state: State
    /// The provider's own name for it.
    package var reference: String?
    /// What it took, where that is known.
    package var fee: Amount?
    /// For a person, from outside.
    package var message: String?
    /// A keyed hash of the credentials that the answer was got with, as ``CashOutRequest/credentials`` is one.
    package var credentials: String?

    package enum State: String, Sendable, CaseIterable {
        case pending
        case settled
        /// Nothing moved, for good.
        case rejected
        /// It moved and came back.
        case returned
        /// A person must do something; the message says what and where.
        case needsUser = "needs-user"
        /// Not seen, as far as the provider knows now.
        case unknownKey = "unknown-key"
    }

    package init(_ state: State, reference: String? = nil, fee: Amount? = nil, message: String? = nil) {
        self.state = state
        self.reference = reference
        self.fee = fee
        self.message = message
    }
}
