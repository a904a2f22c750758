/// The budgets that bear one decision: its rule's, and the limits over all.
struct OpenBudgets {
    let rates: RateTable
    let rule: String?
    private(set) var own: BudgetPage?
    private(set) var limits: BudgetPage?

    init(rates: RateTable, rule: String?, own: BudgetPage?, limits: BudgetPage?) {
        self.rates = rates
        self.rule = rule
        self.own = own
        self.limits = limits
    }

    /// Counts what a plan of this round will take.
    mutating func add(_ cost: Cost) {
        let charge = Charge(debits: [cost.debit], costs: [cost.cost])
        limits?.add(charge, by: rates)
        own?.add(charge, by: rates)
    }

    /// Each budget that the cost does not fit in.
    func reasons(against cost: Cost) throws(ExchangeError) -> [CashOutReason] {
        var reasons: [CashOutReason] = []
        for page in [own, limits].compactMap(\.self) {
            if let failure = page.failure { throw failure }
            reasons += try page.reasons(against: cost, by: rates)
        }
        return reasons
    }
}
