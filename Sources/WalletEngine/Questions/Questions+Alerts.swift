import WalletCore
import WalletStore

extension Questions {
    /// Pending and firing alerts, by rule and subject.
    package func alerts(
        firing: Bool, pending: Bool, page: PageRequest
    ) async throws(EngineError) -> ReportPage<AlertReport> {
        let active = inForce.current
        let now = now
        let after = try page.after.map { text throws(EngineError) in try AlertKey(cursor: text) }
        let found = try await ask { transaction throws(StoreError) in
            var found: [AlertReport] = []
            var last = after
            while found.count <= page.limit {
                let stored = try transaction.activeAlerts(after: last, limit: page.limit + 1)
                for alert in stored where alert.state.isWanted(firing: firing, pending: pending) {
                    guard found.count <= page.limit else { break }
                    if let report = try active.report(of: alert, now: now, in: transaction) { found.append(report) }
                }
                guard stored.count > page.limit else { break }
                last = stored.last?.key
            }
            return found
        }
        let items = Array(found.prefix(page.limit))
        return ReportPage(items: items, next: found.count > page.limit ? items.last?.cursor : nil)
    }
}

extension AlertState {
    fileprivate func isWanted(firing: Bool, pending: Bool) -> Bool {
        switch self {
        case .inactive: false
        case .pending: pending
        case .firing: firing
        }
    }
}

extension AlertReport {
    fileprivate var cursor: String { "\(rule.name)/\(subject.source)/\(subject.account)/\(subject.asset)" }
}

extension AlertKey {
    fileprivate init(cursor text: String) throws(EngineError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { throw .foreignCursor }
        let subject =
            parts[2].isEmpty
            ? AlertSubject(source: parts[1])
            : AlertSubject(HoldingID(source: parts[1], account: parts[2], asset: parts[3]))
        self.init(rule: parts[0], subject: subject)
    }
}

extension ActiveConfiguration {
    /// One alert as a person sees it; `nil` where its rule or its subject is no longer known.
    func report(
        of alert: StoredAlert, now: Timestamp, in transaction: some StoreTransaction
    ) throws(StoreError) -> AlertReport? {
        guard let rule = rule(alert.key.rule) else { return nil }
        guard let id = alert.key.subject.holding else {
            return AlertReport(
                rule: rule, subject: alert.key.subject, state: alert.state, value: nil, limit: nil, isFrozen: false)
        }
        guard let stored = try transaction.holding(id), let settings = source(id.source)?.settings else { return nil }
        let isFresh = stored.holding.freshness(staleAfter: settings.staleAfter, now: now) == .fresh
        return AlertReport(
            rule: rule, subject: alert.key.subject, state: alert.state, value: stored.holding.balance.available,
            limit: rule.condition.limit, isFrozen: !isFresh)
    }
}
