package import WalletCore
import WalletStore

/// Which holdings are wanted. An empty list wants all.
package struct HoldingFilter: Sendable {
    package var sources: [Glob] = []
    package var accounts: [Glob] = []
    package var assets: [Glob] = []
    package var kinds: [BalanceKind] = []
    /// Holdings that any of them selects.
    package var patterns: [Pattern] = []
    /// Also those that left the lists: long at zero or unknown, or with their source gone.
    package var includesUnlisted = false

    package init() {}

    func selects(_ holding: Holding) -> Bool {
        func matches(_ globs: [Glob], _ name: String) -> Bool { globs.isEmpty || globs.contains { $0.matches(name) } }
        return matches(sources, holding.id.source) && matches(accounts, holding.id.account)
            && matches(assets, holding.id.asset) && (kinds.isEmpty || kinds.contains(holding.kind))
            && (patterns.isEmpty || patterns.contains { $0.selects(holding.id) })
    }

    /// The one source that can match, where there is one.
    var onlySource: String? {
        guard let glob = sources.first, sources.count == 1, glob.isLiteral else { return nil }
        return glob.pattern
    }
}

extension HoldingFilter {
    /// `SOURCE`, `SOURCE/ACCOUNT` or `SOURCE/ACCOUNT/ASSET`.
    package struct Pattern: Sendable {
        /// `nil` selects any.
        private let parts: [Glob?]

        package init?(_ text: String) {
            parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
                $0.isEmpty ? nil : Glob(String($0))
            }
            guard parts.count <= 3 else { return nil }
        }

        func selects(_ id: HoldingID) -> Bool {
            zip(parts, [id.source, id.account, id.asset]).allSatisfy { glob, name in glob?.matches(name) ?? true }
        }
    }
}

extension Questions {
    package func holdings(
        _ filter: HoldingFilter, page: PageRequest
    ) async throws(EngineError) -> ReportPage<HoldingReport> {
        let configuration = inForce.current
        let now = now
        let after = try cursor(page)
        let found = try await ask { transaction throws(StoreError) in
            try transaction.holdings(of: filter.onlySource, after: after, limit: page.limit + 1) { stored in
                guard filter.selects(stored.holding) else { return false }
                let isListed = stored.sourceRemovedAt == nil && stored.holding.isListed(now: now)
                return isListed || filter.includesUnlisted
            }
        }
        let items = found.prefix(page.limit).map { report(of: $0.holding, configuration: configuration, now: now) }
        let next = found.count > page.limit ? items.last?.holding.id.description : nil
        return ReportPage(items: items, next: next)
    }

    private func cursor(_ page: PageRequest) throws(EngineError) -> HoldingID? {
        guard let after = page.after else { return nil }
        guard let id = HoldingID(after) else { throw .foreignCursor }
        return id
    }

    private func report(of holding: Holding, configuration: ActiveConfiguration, now: Timestamp) -> HoldingReport {
        let settings = configuration.source(holding.id.source)?.settings
        let freshness = settings.map { holding.freshness(staleAfter: $0.staleAfter, now: now) } ?? .stale
        return HoldingReport(
            holding: holding, freshness: freshness, withdrawal: settings?.withdrawal ?? .none,
            assetName: configuration.configuration.assets.name(holding.id.asset))
    }
}
