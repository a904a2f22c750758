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

    /// What a rule had announced by then; `nil`: nothing was watched yet.
    package func rule(_ name: String, at instant: Timestamp) async throws(EngineError) -> RuleReport? {
        let rule = try await rule(name).rule
        let edges = try await ask { transaction throws(StoreError) -> [Event]? in
            guard let first = try transaction.firstEventAt(), first <= instant else { return nil }
            return try transaction.lastAlertEdges(ofRule: name, upTo: instant)
        }
        return edges.map { RuleReport(rule: rule, decision: RuleDecision(of: rule, after: $0)) }
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

extension RuleDecision {
    /// As the last edges of its alerts tell; what the balances were beside them is in their history.
    fileprivate init(of rule: AlertRule, after edges: [Event]) {
        let firing = edges.filter { $0.draft.type == .alertFiring }.map { RuleReason($0, .firing) }
        guard firing.isEmpty else {
            self.init(word: .firing, since: firing.compactMap(\.since).min(), reasons: firing)
            return
        }
        let ended = edges.map { RuleReason($0, .notMet) }
        let quiet = RuleReason(.notMet, on: nil, "The rule \(rule.name) had not fired.")
        self.init(
            word: .inactive, since: ended.compactMap(\.since).max(), reasons: ended.isEmpty ? [quiet] : ended)
    }
}

extension RuleReason {
    /// What was announced.
    fileprivate init(_ event: Event, _ code: Code) {
        self.init(code, on: event.subject, event.draft.message)
        value = event.draft.amount?.description
        limit = event.draft.limit?.description
        since = event.draft.at
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
