package import WalletCore

/// What the engine runs of cash-outs: what is configured, and who moves value.
package struct CashOutSetup: Sendable {
    package var configuration: CashOutConfiguration
    /// Who pays to each destination, by the destination's name.
    package var payers: [String: Payer]
    /// In name order.
    package var rates: [WatchedRates]
    /// Makes who pays as it was when a cash-out was prepared; `nil`: the kept definition cannot be read.
    package var restore: @Sendable (PayerDefinition) -> Payer?

    package init(
        _ configuration: CashOutConfiguration, payers: [String: Payer] = [:], rates: [WatchedRates] = [],
        restore: @escaping @Sendable (PayerDefinition) -> Payer? = { _ in nil }
    ) {
        self.configuration = configuration
        self.payers = payers
        self.rates = rates
        self.restore = restore
    }

    /// No cash-outs.
    package static var none: CashOutSetup {
        CashOutSetup(CashOutConfiguration(rules: [], destinations: [], providers: []))
    }
}
