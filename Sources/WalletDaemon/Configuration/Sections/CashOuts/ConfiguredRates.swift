package import WalletAdapters

/// One `[rates.NAME]`.
package struct ConfiguredRates: Equatable, Sendable {
    package var name: String
    package var definition: RatesDefinition
    /// `nil`: they stand in the configuration and are not read again.
    package var every: Duration?
    package var timeout: Duration
    /// From the beginning of a rate's day; `nil`: it never gets too old.
    package var staleAfter: Duration?

    package init(
        name: String, definition: RatesDefinition, every: Duration?, timeout: Duration = .seconds(30),
        staleAfter: Duration?
    ) {
        self.name = name
        self.definition = definition
        self.every = every
        self.timeout = timeout
        self.staleAfter = staleAfter
    }
}
