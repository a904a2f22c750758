/// All rules, decided together at one moment.
package struct CashOutRound: Sendable {
    let configuration: CashOutConfiguration
    let facts: CashOutFacts
    private let selections: HoldingSelections

    package init(_ configuration: CashOutConfiguration, on facts: CashOutFacts) {
        self.configuration = configuration
        self.facts = facts
        selections = HoldingSelections(facts.holdings)
    }

    /// One decision for each rule, by name; what earlier rules take is not there for later ones.
    package func decide() -> [CashOutDecision] {
        var book = BudgetBook(configuration.rules, limits: configuration.limits, facts: facts)
        var claims: [HoldingID: String] = [:]
        var selections = selections
        return configuration.rules.sorted { $0.name < $1.name }.map { rule in
            let question = CashOutCase(
                rule, to: rule.destination, in: configuration, facts: facts, purpose: .rule)
            let outcome = CashOutOutcome(
                question, selected: selections.holdings(of: rule), claims: claims,
                budgets: book.opened(for: rule.name))
            if outcome.decision.reasons.isEmpty {
                book.close(outcome.budgets)
                for holding in outcome.holdings { claims[holding] = rule.name }
            }
            return outcome.decision
        }
    }

    /// What a person's own cash-out would do, and all that stands against it; `nil`: there is no such rule.
    package func decide(_ order: CashOutOrder) -> CashOutDecision? {
        let book = BudgetBook(configuration.rules, limits: configuration.limits, facts: facts)
        let purpose = CashOutPurpose.person(accepting: order.accepting)
        switch order.what {
        case .rule(let name):
            guard let rule = configuration.rules.first(where: { $0.name == name }) else { return nil }
            let question = CashOutCase(rule, to: rule.destination, in: configuration, facts: facts, purpose: purpose)
            return CashOutOutcome(
                question, selected: holdings(of: rule), claims: [:], budgets: book.opened(for: rule.name)
            ).decision
        case .legs(let legs, let destination):
            let question = CashOutCase(nil, to: destination, in: configuration, facts: facts, purpose: purpose)
            return CashOutOutcome(question, legs: legs, holdings: named(legs), budgets: book.opened(for: nil)).decision
        }
    }

    /// All that stands against sending a cash-out now that was planned before; empty: it may go.
    ///
    /// The whole decision again, with legs and quote as they were planned. The parts of one bundle were decided
    /// together: what the others have changed meanwhile (sum, confirmation, cool-down, back-off) does not hold a part.
    package func reasons(againstSending cashOut: CashOut) -> [CashOutReason] {
        let plan = cashOut.plan
        let rule = configuration.rules.first { $0.name == plan.rule }
        let question = CashOutCase(
            sending: cashOut,
            CashOutCase(rule, to: plan.destination, in: configuration, facts: facts, purpose: cashOut.purpose))
        let book = BudgetBook(
            configuration.rules, limits: configuration.limits, facts: facts, excluding: cashOut.id)
        let selected = rule.map(holdings) ?? []
        return question.reasons(
            againstSending: plan, selected: selected, holdings: named(plan.legs), budgets: book.opened(for: plan.rule))
    }

    private func holdings(of rule: CashOutRule) -> [HoldingStanding] {
        var selections = selections
        return selections.holdings(of: rule)
    }

    private func named(_ legs: [Leg]) -> [HoldingStanding] {
        selections.holdings(named: Set(legs.map(\.holding)))
    }
}
