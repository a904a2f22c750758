/// What goes out for a cash-out, and who it goes to, as it was when it was prepared.
package struct StoredRequest: Equatable, Sendable {
    /// With `{credential:NAME}` in the place of each credential.
    package let body: String
    /// A keyed hash of the bytes as they go out.
    package let hash: [UInt8]
    /// The definitions of provider and destination, with the names of their credentials.
    package let provider: String
    package let destination: String

    package init(body: String, hash: [UInt8], provider: String, destination: String) {
        self.body = body
        self.hash = hash
        self.provider = provider
        self.destination = destination
    }
}
