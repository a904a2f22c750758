package import WalletCore
import WalletStore

/// Which cash-outs are wanted.
package struct CashOutFilter: Sendable {
    /// An empty list wants all.
    package var states: [CashOut.State.Name] = []
    /// How their ids begin; empty: in any way.
    package var idPrefix = ""

    package init() {}

    /// Those about which something may still be to do.
    package static var live: [CashOut.State.Name] {
        CashOut.State.Name.allCases.filter { $0.holdsHoldings || $0 == .settled }
    }
}

extension Questions {
    /// The newest first; those with a prefix by id, on one page.
    package func cashOuts(
        _ filter: CashOutFilter, page: PageRequest
    ) async throws(EngineError) -> ReportPage<CashOutReport> {
        let before = try page.after.map { text throws(EngineError) in
            guard let number = Int64(text) else { throw .foreignCursor }
            return number
        }
        return try await ask { transaction throws(StoreError) in
            let found = try transaction.cashOuts(filter, before: before, limit: page.limit + 1)
            let items = found.prefix(page.limit)
            let next = filter.idPrefix.isEmpty && found.count > items.count ? items.last.map { "\($0.number)" } : nil
            return ReportPage(items: try transaction.reports(of: items), next: next)
        }
    }

    package func cashOut(_ id: String) async throws(EngineError) -> CashOutReport {
        let report = try await ask { transaction throws(StoreError) in
            try transaction.cashOut(id).map { stored throws(StoreError) in try transaction.report(of: stored) }
        }
        guard let report else { throw .unknownCashOut(id) }
        return report
    }

    /// The whole ledger, in the order of cash-outs and their steps.
    package func postings(page: PageRequest) async throws(EngineError) -> ReportPage<PostingReport> {
        let place = try page.after.map(StoredPosting.Place.init(cursor:))
        let found = try await ask { transaction throws(StoreError) in
            try transaction.postings(after: place, limit: page.limit + 1)
        }
        let items = found.prefix(page.limit)
        return ReportPage(
            items: items.map { PostingReport(cashOut: $0.cashOut, at: $0.at, posting: $0.posting) },
            next: found.count > items.count ? items.last?.place.cursor : nil)
    }
}

extension StoredPosting.Place {
    fileprivate var cursor: String { "\(cashOut)/\(ordinal)" }

    fileprivate init(cursor text: String) throws(EngineError) {
        let numbers = text.split(separator: "/").compactMap { Int64($0) }
        guard numbers.count == 2 else { throw .foreignCursor }
        self.init(cashOut: numbers[0], ordinal: numbers[1])
    }
}

extension StoreTransaction {
    fileprivate func cashOuts(
        _ filter: CashOutFilter, before number: Int64?, limit: Int
    ) throws(StoreError) -> [StoredCashOut] {
        guard !filter.idPrefix.isEmpty else {
            return try cashOuts(in: filter.states.isEmpty ? nil : filter.states, before: number, limit: limit)
        }
        let found = try cashOuts(idPrefix: filter.idPrefix, limit: limit)
        return found.filter { filter.states.isEmpty || filter.states.contains($0.cashOut.state.name) }
    }

    fileprivate func reports(of cashOuts: some Collection<StoredCashOut>) throws(StoreError) -> [CashOutReport] {
        var reports: [CashOutReport] = []
        for stored in cashOuts { reports.append(try report(of: stored)) }
        return reports
    }

    func report(of stored: StoredCashOut) throws(StoreError) -> CashOutReport {
        CashOutReport(
            cashOut: stored.cashOut, plannedAt: stored.plannedAt, endedAt: stored.endedAt,
            trail: try trail(of: stored))
    }
}
