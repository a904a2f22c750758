package import WalletCore

/// A source of exchange rates with the adapter that reads it.
package struct WatchedRates: Sendable {
    package let name: String
    package let source: any RateSource
    /// `nil`: it is read when the configuration is loaded, and not again.
    package let every: Duration?
    package let timeout: Duration
    /// From the beginning of a rate's day; `nil`: it never gets too old.
    package let staleAfter: Duration?

    package init(
        _ name: String, _ source: any RateSource, every: Duration? = nil, timeout: Duration = .seconds(30),
        staleAfter: Duration? = nil
    ) {
        self.name = name
        self.source = source
        self.every = every
        self.timeout = timeout
        self.staleAfter = staleAfter
    }
}
