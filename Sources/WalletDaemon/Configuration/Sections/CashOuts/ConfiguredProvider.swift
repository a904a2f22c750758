package import WalletAdapters
package import WalletCore

/// One `[providers.NAME]`.
package struct ConfiguredProvider: Equatable, Sendable {
    /// Without its identity, which takes the key of this instance.
    package var terms: Provider
    package var definition: ProviderDefinition

    package init(terms: Provider, definition: ProviderDefinition) {
        self.terms = terms
        self.definition = definition
    }
}
