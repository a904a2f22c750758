package import WalletCore
import WalletStore

/// Which holdings are wanted. An empty list wants all.
package struct HoldingFilter: Sendable {
    package var sources: [Glob] = []
    package var accounts: [Glob] = []
    package var assets: [Glob] = []
    package var kinds: [BalanceKind] = []
    /// Also those that left the lists: long at zero or unknown, or with their source gone.
    package var includesUnlisted = false

    package init() {}

    func selects(_ holding: Holding) -> Bool {
        func matches(_ globs: [Glob], _ name: String) -> Bool { globs.isEmpty || globs.contains { $0.matches(name) } }
        return matches(sources, holding.id.source) && matches(accounts, holding.id.account)
            && matches(assets, holding.id.asset) && (kinds.isEmpty || kinds.contains(holding.kind))
    }

    /// The one source that can match, where there is one.
    var onlySource: String? {
        guard let glob = sources.first, sources.count == 1, glob.isLiteral else { return nil }
        return glob.pattern
    }
}

/// Which part of a holding's history is wanted.
package struct HistoryQuery: Sendable {
    /// Points that one answer may have at most where a step is given.
    package static let stepsMax = 10_000

    package var since: Timestamp?
    package var until: Timestamp?
    /// `nil`: every change.
    package var step: Duration?

    package init(since: Timestamp? = nil, until: Timestamp? = nil, step: Duration? = nil) {
        self.since = since
        self.until = until
        self.step = step
    }
}

/// A balance that held at every reading of a stretch of time; with steps, at its end.
package struct HistoryPoint: Sendable {
    package let from: Timestamp
    package let until: Timestamp
    /// `nil`: a step at which the balance was not known.
    package let balance: Holding.KnownBalance?
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
        guard let id = HoldingID(after) else { throw EngineError(.invalid, "the cursor is not one of this list") }
        return id
    }

    private func report(of holding: Holding, configuration: ActiveConfiguration, now: Timestamp) -> HoldingReport {
        let settings = configuration.source(holding.id.source)?.settings
        let freshness = settings.map { holding.freshness(staleAfter: $0.staleAfter, now: now) } ?? .stale
        return HoldingReport(holding: holding, freshness: freshness, withdrawal: settings?.withdrawal ?? .none)
    }

    package func history(
        of id: HoldingID, _ query: HistoryQuery, page: PageRequest
    ) async throws(EngineError) -> ReportPage<HistoryPoint> {
        let until = query.until ?? now
        let since = query.since ?? Timestamp(milliseconds: .min)
        guard since <= until else { throw EngineError(.invalid, "since is later than until") }
        guard let step = query.step else {
            return try await changes(of: id, in: since...until, page: page)
        }
        return try await steps(of: id, step: step, in: since...until, page: page)
    }

    private func changes(
        of id: HoldingID, in range: ClosedRange<Timestamp>, page: PageRequest
    ) async throws(EngineError) -> ReportPage<HistoryPoint> {
        let after = try instant(page)
        let spans = try await known(id) { transaction throws(StoreError) in
            try transaction.history(of: id, in: range, after: after, limit: page.limit + 1)
        }
        let points = spans.prefix(page.limit).map {
            HistoryPoint(from: $0.firstSeen, until: $0.lastSeen, balance: $0.balance)
        }
        let next = spans.count > page.limit ? points.last.map { String($0.from.milliseconds) } : nil
        return ReportPage(items: Array(points), next: next)
    }

    private func steps(
        of id: HoldingID, step: Duration, in range: ClosedRange<Timestamp>, page: PageRequest
    ) async throws(EngineError) -> ReportPage<HistoryPoint> {
        let staleAfter = inForce.current.source(id.source)?.settings.staleAfter ?? .zero
        guard step >= .seconds(1) else { throw EngineError(.invalid, "a step is at least 1s") }
        let first = try await known(id) { transaction throws(StoreError) in
            try transaction.history(of: id, in: range, limit: 1)
        }
        let after = try instant(page)
        guard let begin = after ?? first.first.map({ max($0.firstSeen, range.lowerBound) }) else {
            return ReportPage(items: [], next: nil)
        }
        let ends = stride(from: 1, through: page.limit + 1, by: 1).map { begin + step * $0 }
            .prefix { $0 - step < range.upperBound }
        let values = try await known(id) { transaction throws(StoreError) in
            try transaction.history(of: id, at: Array(ends), tolerance: staleAfter)
        }
        let points = zip(ends, values).prefix(page.limit).map { end, span in
            HistoryPoint(from: end - step, until: end, balance: span?.balance)
        }
        let next = ends.count > page.limit ? points.last.map { String($0.until.milliseconds) } : nil
        return ReportPage(items: Array(points), next: next)
    }

    private func instant(_ page: PageRequest) throws(EngineError) -> Timestamp? {
        guard let after = page.after else { return nil }
        guard let milliseconds = Int64(after) else {
            throw EngineError(.invalid, "the cursor is not one of this list")
        }
        return Timestamp(milliseconds: milliseconds)
    }

    /// Asks about a holding that must exist.
    private func known<Value: Sendable>(
        _ id: HoldingID, _ body: @Sendable (ReadTransaction) throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        let value: Value? = try await ask { transaction throws(StoreError) in
            guard try transaction.holding(id) != nil else { return nil }
            return try body(transaction)
        }
        guard let value else {
            throw EngineError(
                .notFound, "there is no holding \(SafeText.excerpt(id.description))",
                hint: "walletctl balances --all lists them")
        }
        return value
    }
}
