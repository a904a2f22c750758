/// Where value is, in double entry.
package enum LedgerAccount: Hashable, Sendable {
    case holding(HoldingID)
    /// With a provider, on its way.
    case inFlight
    /// Named as configured.
    case destination(String)
    /// What a provider kept, by its name.
    case fee(String)
    /// What turns one asset into another; in each asset the other side of what it gives and takes.
    case exchange
}
