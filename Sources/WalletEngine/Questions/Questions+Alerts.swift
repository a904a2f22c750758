import WalletCore
import WalletStore

extension Questions {
    /// Pending and firing alerts, by rule and subject.
    package func alerts(
        firing: Bool, pending: Bool, page: PageRequest
    ) async throws(EngineError) -> ReportPage<AlertReport> {
        let active = inForce.current
        let look = ledger.timekeeper.look()
        let after = try page.after.map { text throws(EngineError) in try AlertKey(cursor: text) }
        let found = try await ask { transaction throws(StoreError) in
            var found: [AlertReport] = []
            var last = after
            while found.count <= page.limit {
                let stored = try transaction.activeAlerts(after: last, limit: page.limit + 1)
                for alert in stored where alert.state.isWanted(firing: firing, pending: pending) {
                    guard found.count <= page.limit else { break }
                    if let report = try active.report(of: alert, at: look, in: transaction) { found.append(report) }
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

extension Questions {
    /// Alerts that fired and ended since, and whose rule watches the same still, by rule and subject: as they ended.
    package func resolvedAlerts() async throws(EngineError) -> [AlertReport] {
        let active = inForce.current
        let now = now
        return try await ask { transaction throws(StoreError) in
            var found: [AlertReport] = []
            for event in try transaction.lastAlertEdges(upTo: now) where event.draft.type == .alertResolved {
                guard let name = event.draft.rule, let rule = active.rule(name), let subject = event.subject else {
                    continue
                }
                let state = try transaction.alert(AlertKey(rule: name, subject: subject))?.state ?? .inactive
                guard case .inactive = state else { continue }
                var report = AlertReport(rule: rule, subject: subject, state: state, message: event.draft.message)
                report.value = event.draft.amount
                report.limit = event.draft.limit
                report.resolvedAt = event.draft.at
                found.append(report)
            }
            return found
        }
    }
}

extension Event {
    /// What an alert is about.
    var subject: AlertSubject? {
        guard let source = draft.source else { return nil }
        guard let account = draft.account, let asset = draft.asset else { return AlertSubject(source: source) }
        return AlertSubject(HoldingID(source: source, account: account, asset: asset))
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
        of alert: StoredAlert, at look: Timekeeper.Look, in transaction: some StoreTransaction
    ) throws(StoreError) -> AlertReport? {
        let subject = alert.key.subject
        guard let rule = rule(alert.key.rule), let facts = try facts(of: subject, at: look, in: transaction) else {
            return nil
        }
        let decision = rule.explain([facts], states: [alert.key: alert.state], at: look.moment(.time))
        var report = AlertReport(
            rule: rule, subject: subject, state: alert.state, message: decision.reasons.first?.message)
        guard case .holding(let known) = facts else { return report }
        report.value = known.holding.balance.available
        report.limit = rule.condition.limit
        report.isFrozen = known.holding.freshness(staleAfter: known.staleAfter, now: look.now) != .fresh
        return report
    }
}
