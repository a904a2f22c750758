package import WalletCore

/// The way to one destination, as configured.
package struct PayoutRoute: Sendable {
    package let provider: any CashOutProvider
    package let definition: Definition
    /// What both are at this moment, secrets included; a difference from what is in force is a change.
    package let identities: @Sendable () throws(PortFailure) -> Identities

    /// Kept with each cash-out, so that it can be followed to its end whatever the configuration says then. Holds names
    /// of credentials, never the credentials.
    package struct Definition: Hashable, Sendable {
        package let provider: String
        package let destination: String

        package init(provider: String, destination: String) {
            self.provider = provider
            self.destination = destination
        }
    }

    /// Keyed hashes, in hex, as in ``Destination`` and ``Provider``.
    package struct Identities: Hashable, Sendable {
        package let destination: String
        package let provider: String
        /// All that is ever shown of the account.
        package let lastFour: String

        package init(destination: String, provider: String, lastFour: String = "") {
            self.destination = destination
            self.provider = provider
            self.lastFour = lastFour
        }
    }

    package init(
        provider: any CashOutProvider, definition: Definition,
        identities: @escaping @Sendable () throws(PortFailure) -> Identities
    ) {
        self.provider = provider
        self.definition = definition
        self.identities = identities
    }
}
