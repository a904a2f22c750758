/// One `[destinations.NAME]`: where a cash-out lands.
package struct Destination: Equatable, Sendable {
    /// How long a new or changed destination rests where the configuration does not say.
    package static let coolingOffDefault = Duration.seconds(86_400)

    package var name: String
    package var provider: String
    package var coolingOff = Destination.coolingOffDefault
    /// A keyed hash of its provider, options and resolved account, in hex.
    package var identity: String
    /// All that is ever shown of the account.
    package var lastFour: String
    /// The source that it lands in, where that is one of ours; for circles of rules.
    package var source: String?

    package init(name: String, provider: String, identity: String, lastFour: String = "") {
        self.name = name
        self.provider = provider
        self.identity = identity
        self.lastFour = lastFour
    }
}
