/// The one request of a cash-out, as it is stored before it goes out.
package struct PayoutRequest: Equatable, Sendable {
    /// What goes out, with each credential as a placeholder such as `{credential:NAME}`.
    package var body: String
    /// A keyed hash of the bytes as they go out, credentials filled in.
    package var hash: [UInt8]
    /// How long the key is good where this request says so itself; `nil`: as the provider described it.
    package var keyLifetime: ProviderPromise.KeyLifetime?
    /// Of the credentials that it is made for, as ``CashOutProvider/credentials()`` says; `nil`: they are not compared.
    package var credentials: String?

    package init(
        body: String, hash: [UInt8], keyLifetime: ProviderPromise.KeyLifetime? = nil, credentials: String? = nil
    ) {
        self.body = body
        self.hash = hash
        self.keyLifetime = keyLifetime
        self.credentials = credentials
    }
}
