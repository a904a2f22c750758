/// Where cash-outs land: an item of `GET /v1/destinations`.
package struct Destination: Codable, Sendable, Equatable {
    package var name: String
    package var provider: String
    /// All that is ever shown of the account.
    package var lastFour: String
    package var coolingOff: String
    /// When it was first seen, or last changed to what it is.
    package var since: String?
    /// From when on it may be paid to.
    package var usableFrom: String?
    package var usable: Bool
    /// The source that it lands in, where that is one of ours.
    package var source: String?

    package init(name: String, provider: String, lastFour: String, coolingOff: String) {
        self.name = name
        self.provider = provider
        self.lastFour = lastFour
        self.coolingOff = coolingOff
        usable = false
    }

    private enum CodingKeys: String, CodingKey {
        case name, provider, since, usable, source
        case lastFour = "last_four"
        case coolingOff = "cooling_off"
        case usableFrom = "usable_from"
    }
}
