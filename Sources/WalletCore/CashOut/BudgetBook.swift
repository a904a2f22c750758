/// What of each budget is spent, what earlier plans of the same round take included.
struct BudgetBook {
    private let now: Timestamp
    private let rates: RateTable
    private var limits: BudgetPage?
    private var rules: [String: BudgetPage] = [:]

    /// `excluding` is a cash-out that is decided again: it is not counted twice.
    init(_ rules: [CashOutRule], limits: Budget?, facts: CashOutFacts, excluding cashOut: String? = nil) {
        now = facts.now
        rates = facts.rates
        self.limits = limits.map { BudgetPage($0, of: "the limits over all cash-outs") }
        for rule in rules {
            if let budget = rule.budget { self.rules[rule.name] = BudgetPage(budget, of: "the rule \(rule.name)") }
        }
        for entry in facts.ledger where entry.standing == .counts && entry.cashOut != cashOut {
            self.limits?.add(entry, at: now, by: rates)
            if let name = entry.rule { self.rules[name]?.add(entry, at: now, by: rates) }
        }
    }

    /// Counts what a plan of this round will take.
    mutating func add(_ cost: Cost, of rule: String?) {
        let charge = Charge(debits: [cost.debit], costs: [cost.cost])
        limits?.add(charge, at: now, by: rates)
        if let rule { rules[rule]?.add(charge, at: now, by: rates) }
    }

    /// Each budget that the cost does not fit in.
    func reasons(against cost: Cost, of rule: String?) throws(ExchangeError) -> [CashOutReason] {
        var reasons: [CashOutReason] = []
        for page in [rule.flatMap { rules[$0] }, limits].compactMap(\.self) {
            if let failure = page.failure { throw failure }
            reasons += try page.reasons(against: cost, by: rates)
        }
        return reasons
    }
}
