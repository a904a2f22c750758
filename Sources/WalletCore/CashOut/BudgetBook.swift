/// What of each budget is spent, what earlier plans of the same round take included.
struct BudgetBook {
    private let rates: RateTable
    private var limits: BudgetPage?
    private var rules: [String: BudgetPage] = [:]

    /// `excluding` is a cash-out that is decided again: it is not counted twice.
    init(_ rules: [CashOutRule], limits: Budget?, facts: CashOutFacts, excluding cashOut: String? = nil) {
        rates = facts.rates
        self.limits = limits.map { BudgetPage($0, of: "the limits over all cash-outs") }
        for rule in rules {
            if let budget = rule.budget { self.rules[rule.name] = BudgetPage(budget, of: "the rule \(rule.name)") }
        }
        for entry in facts.ledger where entry.cashOut != cashOut {
            self.limits?.add(entry, at: facts.now, by: rates)
            if let name = entry.rule { self.rules[name]?.add(entry, at: facts.now, by: rates) }
        }
    }

    /// Opened for a rule, or for a person's own where there is none.
    func opened(for rule: String?) -> OpenBudgets {
        OpenBudgets(rates: rates, rule: rule, own: rule.flatMap { rules[$0] }, limits: limits)
    }

    /// Takes over what was added.
    mutating func close(_ open: OpenBudgets) {
        limits = open.limits
        if let rule = open.rule { rules[rule] = open.own }
    }
}
