package import WalletCore

/// What the engine runs: a configuration as put in force.
package struct EngineConfiguration: Sendable {
    /// In name order.
    package var sources: [WatchedSource]
    /// In name order.
    package var rules: [AlertRule]
    package var cashOuts = CashOutConfiguration(rules: [], destinations: [], providers: [])
    /// `nil`: no cash-out can be followed, nor any rate read.
    package var parties: CashOutParties?
    /// Every asset there is, built in and declared.
    package var assets: AssetTable
    /// How long single changes and events are kept; `nil` keeps them for ever.
    package var retention: Duration?
    /// Where it was read, for `status`.
    package var path: String
    /// Of the files' bytes, hexadecimal.
    package var sha256: String

    package init(
        sources: [WatchedSource], rules: [AlertRule], assets: AssetTable, path: String, sha256: String
    ) {
        self.sources = sources
        self.rules = rules
        self.assets = assets
        self.path = path
        self.sha256 = sha256
    }
}

/// One source with the adapter that reads it; a class, since whatever looks sources up by name shares it.
package final class WatchedSource: Sendable {
    package let settings: SourceSettings
    /// `nil`: nothing is polled, balances are recorded by hand.
    package let adapter: (any BalanceSource)?
    /// A keyed hash of definition and credentials: tells that a person changed something.
    package let fingerprint: [UInt8]

    package init(settings: SourceSettings, adapter: (any BalanceSource)?, fingerprint: [UInt8]) {
        self.settings = settings
        self.adapter = adapter
        self.fingerprint = fingerprint
    }
}
