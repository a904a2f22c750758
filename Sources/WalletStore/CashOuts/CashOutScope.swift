package import WalletCore

/// What the configuration gives to ``StoreTransaction/cashOutFacts(_:at:)``.
package struct CashOutScope: Sendable {
    /// By name: those that some cash-out may take from.
    package var sources: [String: SourceTerms]
    /// The longest that any budget looks back.
    package var window: Duration
    /// By name: how old a rate may be; `nil`: as old as it is.
    package var rateSources: [String: Duration?]
    package var assets: AssetTable

    package struct SourceTerms: Sendable {
        package let staleAfter: Duration
        package let withdrawal: Withdrawal
        package let credit: Credit

        /// Whether some rule asks how long credit has lain there.
        package enum Credit: Sendable {
            case dated
            case undated
        }

        package init(staleAfter: Duration, withdrawal: Withdrawal, credit: Credit = .undated) {
            self.staleAfter = staleAfter
            self.withdrawal = withdrawal
            self.credit = credit
        }
    }

    package var withoutHoldings: CashOutScope {
        CashOutScope(sources: [:], window: .zero, rateSources: rateSources, assets: assets)
    }

    package init(
        sources: [String: SourceTerms], window: Duration, rateSources: [String: Duration?] = [:], assets: AssetTable
    ) {
        self.sources = sources
        self.window = window
        self.rateSources = rateSources
        self.assets = assets
    }
}
