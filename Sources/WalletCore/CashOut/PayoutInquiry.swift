/// What is known of a request whose outcome is asked for.
package struct PayoutInquiry: Equatable, Sendable {
    /// Our reference.
    package var key: String
    /// The provider's own name for it, where it gave one.
    package var reference: String?
    /// The request as stored.
    package var body: String

    package init(key: String, reference: String? = nil, body: String) {
        self.key = key
        self.reference = reference
        self.body = body
    }
}
