/// What a configuration says of cash-outs, as far as it is remembered: each by name.
package struct ConfiguredCashOuts: Sendable {
    /// The hash of the rule, its destination and its provider.
    package var revisions: [String: String]
    /// Keyed hashes, as they are resolved now.
    package var destinations: [String: String]
    package var providers: [String: String]

    package init(
        revisions: [String: String] = [:], destinations: [String: String] = [:], providers: [String: String] = [:]
    ) {
        self.revisions = revisions
        self.destinations = destinations
        self.providers = providers
    }
}
