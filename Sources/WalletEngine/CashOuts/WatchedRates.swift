package import WalletCore

/// One source of exchange rates with the adapter that reads it.
package struct WatchedRates: Sendable {
    package let name: String
    package let source: any RateSource
    /// `nil`: read once, when it is put in force.
    package let every: Duration?
    /// From the beginning of a rate's day; `nil`: it never gets too old.
    package let staleAfter: Duration?
    /// A keyed hash of definition and credentials: tells that a person changed something.
    package let fingerprint: [UInt8]

    package init(
        name: String, source: any RateSource, every: Duration?, staleAfter: Duration?, fingerprint: [UInt8]
    ) {
        self.name = name
        self.source = source
        self.every = every
        self.staleAfter = staleAfter
        self.fingerprint = fingerprint
    }
}
