package import WalletCore

/// The outside parties of cash-outs, as put in force.
package struct CashOutParties: Sendable {
    /// By the names of the destinations.
    package var routes: [String: PayoutRoute] = [:]
    /// In name order.
    package var rates: [WatchedRates] = []
    /// A keyed hash of a text, in hex: of what operators consent to, of plans.
    package var digest: @Sendable (String) -> String
    /// The way of a cash-out that the configuration may have lost or changed since. The provider's name is that of the
    /// time, too.
    package var follow:
        @Sendable (PayoutRoute.Definition, _ provider: String) throws(PortFailure) -> any CashOutProvider

    package init(
        digest: @escaping @Sendable (String) -> String,
        follow:
            @escaping @Sendable (PayoutRoute.Definition, _ provider: String) throws(PortFailure) ->
            any CashOutProvider
    ) {
        self.digest = digest
        self.follow = follow
    }
}
