/// Since when a destination or a provider is known as it is.
package struct FirstSight: Equatable, Sendable {
    /// The identity that is on record.
    package let identity: String
    /// When it was first seen, or last changed to this.
    package let since: Timestamp

    package init(identity: String, since: Timestamp) {
        self.identity = identity
        self.since = since
    }
}
