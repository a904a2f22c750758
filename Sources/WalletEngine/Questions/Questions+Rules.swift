package import WalletCore
import WalletStore

/// A rule with what it decides now.
package struct RuleReport: Sendable {
    package let rule: AlertRule
    package let decision: RuleDecision
}

extension Questions {
    /// Every rule with its current decision, in name order.
    package func rules() async throws(EngineError) -> [RuleReport] {
        try await reports(of: inForce.current.configuration.rules)
    }

    /// A part of them.
    package func rules(_ page: PageRequest) async throws(EngineError) -> ReportPage<RuleReport> {
        let shown = page.part(of: inForce.current.configuration.rules, name: \.name)
        return ReportPage(items: try await reports(of: shown.items), next: shown.next)
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
        let active = inForce.current
        let look = ledger.timekeeper.look()
        let known = try await ask { transaction throws(StoreError) in
            try WatchedSubjects(of: rules, in: active, at: look, from: transaction)
        }
        // Explained after the reader is free for the next question.
        return rules.map { rule in
            let decision = rule.explain(
                known.subjects(of: rule), states: known.states(of: rule), at: look.moment(.time))
            return RuleReport(rule: rule, decision: decision)
        }
    }
}

/// What some rules watch, and how they stand, as of one state of the database.
private struct WatchedSubjects: Sendable {
    /// In name order.
    private let sources: [(name: String, subjects: [SubjectFacts])]
    private let states: [String: [AlertKey: AlertState]]

    init(
        of rules: [AlertRule], in active: ActiveConfiguration, at look: Timekeeper.Look,
        from transaction: ReadTransaction
    ) throws(StoreError) {
        var sources: [(String, [SubjectFacts])] = []
        for source in active.configuration.sources {
            let name = source.settings.name
            guard rules.contains(where: { $0.selection.selects(source: name) }) else { continue }
            sources.append((name, try active.subjects(ofSource: name, at: look, in: transaction)))
        }
        var states: [String: [AlertKey: AlertState]] = [:]
        for rule in rules {
            let kept = try transaction.alerts(ofRule: rule.name)
            states[rule.name] = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.state) })
        }
        self.sources = sources
        self.states = states
    }

    func subjects(of rule: AlertRule) -> [SubjectFacts] {
        sources.filter { rule.selection.selects(source: $0.name) }.flatMap(\.subjects)
    }

    func states(of rule: AlertRule) -> [AlertKey: AlertState] { states[rule.name] ?? [:] }
}
