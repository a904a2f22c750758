/// Everything that cash-outs are decided from, as committed at one moment.
package struct CashOutFacts: Sendable {
    package var now: Timestamp
    package var stops: [CashOutStop] = []
    /// Each once, in any order.
    package var holdings: [HoldingStanding] = []
    /// By name, as are destinations and providers.
    package var rules: [String: RuleStanding] = [:]
    package var destinations: [String: FirstSight] = [:]
    package var providers: [String: ProviderStanding] = [:]
    /// At least what lies within the longest window.
    package var ledger: [LedgerEntry] = []
    package var rates = RateTable()
    /// Why sources of rates could not be read when they were last asked, by name.
    package var rateFailures: [String: SourceHealth.Failure] = [:]
    package var quotes: [QuoteRequest: QuoteAnswer] = [:]

    package init(now: Timestamp) {
        self.now = now
    }
}
