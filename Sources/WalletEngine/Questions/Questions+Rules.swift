package import WalletCore
import WalletStore

/// A rule with what it decides now.
package struct RuleReport: Sendable {
    package let rule: AlertRule
    package let decision: RuleDecision
}

extension Questions {
    /// Pending and firing alerts, by rule and subject.
    package func alerts(
        firing: Bool, pending: Bool, page: PageRequest
    ) async throws(EngineError) -> ReportPage<AlertReport> {
        let configuration = inForce.current
        let now = now
        let after = try page.after.map { text throws(EngineError) in try alertCursor(text) }
        let (stored, reports) = try await ask { transaction throws(StoreError) in
            let stored = try transaction.activeAlerts(after: after, limit: page.limit + 1)
            var reports: [AlertReport] = []
            for alert in stored.prefix(page.limit) {
                if let report = try configuration.report(of: alert, now: now, in: transaction) {
                    reports.append(report)
                }
            }
            return (stored, reports)
        }
        let wanted = reports.filter { report in
            switch report.state {
            case .inactive: false
            case .pending: pending
            case .firing: firing
            }
        }
        let last = stored.prefix(page.limit).last?.key
        return ReportPage(items: wanted, next: stored.count > page.limit ? last?.cursor : nil)
    }

    private func alertCursor(_ text: String) throws(EngineError) -> AlertKey {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { throw EngineError(.invalid, "the cursor is not one of this list") }
        guard !parts[2].isEmpty else { return AlertKey(rule: parts[0], subject: AlertSubject(source: parts[1])) }
        let holding = HoldingID(source: parts[1], account: parts[2], asset: parts[3])
        return AlertKey(rule: parts[0], subject: AlertSubject(holding))
    }

    /// Every rule with its current decision, in name order.
    package func rules() async throws(EngineError) -> [RuleReport] {
        try await reports(of: inForce.current.configuration.rules)
    }

    package func rule(_ name: String) async throws(EngineError) -> RuleReport {
        let rule = inForce.current.rule(name).map { [$0] } ?? []
        guard let report = try await reports(of: rule).first else {
            throw EngineError(
                .notFound, "no rule is called \(SafeText.excerpt(name))", hint: "walletctl rules lists them")
        }
        return report
    }

    private func reports(of rules: [AlertRule]) async throws(EngineError) -> [RuleReport] {
        let configuration = inForce.current
        let look = ledger.timekeeper.look()
        let runStarted = ledger.timekeeper.started
        return try await ask { transaction throws(StoreError) in
            var reports: [RuleReport] = []
            for rule in rules {
                var subjects: [SubjectFacts] = []
                for source in configuration.configuration.sources
                where rule.selection.selects(source: source.settings.name) {
                    subjects += try configuration.subjects(
                        ofSource: source.settings.name, runStarted: runStarted, in: transaction)
                }
                let states = Dictionary(
                    try transaction.alerts(ofRule: rule.name).map { ($0.key, $0.state) },
                    uniquingKeysWith: { first, _ in first })
                let decision = rule.explain(subjects, states: states, at: look.moment(.time))
                reports.append(RuleReport(rule: rule, decision: decision))
            }
            return reports
        }
    }
}

extension AlertKey {
    fileprivate var cursor: String { "\(rule)/\(subject.source)/\(subject.account)/\(subject.asset)" }
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
