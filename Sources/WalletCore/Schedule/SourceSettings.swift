/// How one source is polled and how its balances count: the settings that all adapters share.
package struct SourceSettings: Equatable, Sendable {
    package var name: String
    /// The adapter's name as in the configuration.
    package var adapter: String
    /// `nil`: never polled, balances are recorded by hand.
    package var every: Duration?
    package var timeout: Duration
    package var staleAfter: Duration
    package var quota: Quota?
    /// For holdings whose reading gives none.
    package var kind: BalanceKind
    package var withdrawal: Withdrawal
    /// Sources with the same key share a limit on simultaneous polls, e.g. `https://api.example:443`.
    package var host: String?

    package init(
        name: String, adapter: String, every: Duration?, timeout: Duration = .seconds(30), staleAfter: Duration,
        kind: BalanceKind = .wallet
    ) {
        self.name = name
        self.adapter = adapter
        self.every = every
        self.timeout = timeout
        self.staleAfter = staleAfter
        self.kind = kind
        self.withdrawal = .none
    }
}
