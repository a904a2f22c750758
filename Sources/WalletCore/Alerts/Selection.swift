/// Which holdings a rule is about. An empty list selects everything.
package struct Selection: Equatable, Sendable {
    package var sources: [Glob]
    package var accounts: [Glob]
    package var kinds: [BalanceKind]
    /// Codes, or patterns of them.
    package var assets: [String]

    package init(sources: [Glob] = [], accounts: [Glob] = [], kinds: [BalanceKind] = [], assets: [String] = []) {
        self.sources = sources
        self.accounts = accounts
        self.kinds = kinds
        self.assets = assets
    }

    /// Whether the source's name alone selects it.
    package func selects(source: String) -> Bool { sources.select(source) }

    /// The first list that leaves the holding out; `nil`: it is selected.
    package func exclusion(of holding: HoldingID, kind: BalanceKind) -> Unwatched? {
        guard sources.select(holding.source) else { return .otherSource }
        guard accounts.select(holding.account) else { return .otherAccount }
        guard kinds.isEmpty || kinds.contains(kind) else { return .otherKind }
        guard assets.map(Glob.init).select(holding.asset) else { return .otherAsset }
        return nil
    }

    /// Whether sources are selected by name only.
    package var isBySourceOnly: Bool { accounts.isEmpty && kinds.isEmpty && assets.isEmpty }
}

extension [Glob] {
    fileprivate func select(_ name: String) -> Bool { isEmpty || contains { $0.matches(name) } }
}
