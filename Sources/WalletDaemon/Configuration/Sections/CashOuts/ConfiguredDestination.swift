package import WalletAdapters
package import WalletCore

/// One `[destinations.NAME]`.
package struct ConfiguredDestination: Equatable, Sendable {
    /// Without its identity and the end of its account, which take the key of this instance and the secret.
    package var settings: Destination
    package var definition: DestinationDefinition

    package init(settings: Destination, definition: DestinationDefinition) {
        self.settings = settings
        self.definition = definition
    }
}
