package import WalletCore

/// What the configuration says about cash-outs; every list in the order of the names.
package struct ConfiguredCashOuts: Equatable, Sendable {
    package var rules: [CashOutRule]
    package var destinations: [ConfiguredDestination]
    package var providers: [ConfiguredProvider]
    /// Over all cash-outs together.
    package var limits: Budget?
    package var rates: [ConfiguredRates]
}
