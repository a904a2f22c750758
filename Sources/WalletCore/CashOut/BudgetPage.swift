/// One budget with what counts against it.
struct BudgetPage {
    private let budget: Budget
    /// As messages name it.
    private let owner: String
    private var spent: Amount
    private var fees: Amount
    /// When the oldest of it was prepared that time alone takes out again.
    private var oldest: Timestamp?
    /// Why it cannot be told.
    private(set) var failure: ExchangeError?

    init(_ budget: Budget, of owner: String) {
        self.budget = budget
        self.owner = owner
        spent = .zero(of: budget.amount.asset)
        fees = .zero(of: budget.fees.asset)
    }

    mutating func add(_ entry: LedgerEntry, at now: Timestamp, by rates: RateTable) {
        switch entry.standing {
        case .open:
            add(entry.charge, by: rates)
        case .counts:
            guard entry.prepared > now - budget.every else { return }
            add(entry.charge, by: rates)
            oldest = min(oldest ?? entry.prepared, entry.prepared)
        case .released:
            break
        }
    }

    mutating func add(_ charge: Charge, by rates: RateTable) {
        do throws(ExchangeError) {
            spent = try spent.plus(charge.debits.amount(in: spent.asset, by: rates))
            fees = try fees.plus(charge.costs.amount(in: fees.asset, by: rates))
        } catch {
            failure = failure ?? error
        }
    }

    func reasons(against cost: Cost, by rates: RateTable) throws(ExchangeError) -> [CashOutReason] {
        let debit = try rates.convert(cost.debit, to: spent.asset, rounding: .up).amount
        let lost = try rates.convert(cost.cost, to: fees.asset, rounding: .up).amount
        return [
            try reason(.budgetSpent, "The budget", adding: debit, to: spent, limit: budget.amount),
            try reason(.feesSpent, "The budget for fees", adding: lost, to: fees, limit: budget.fees),
        ].compactMap(\.self)
    }

    private func reason(
        _ code: CashOutReason.Code, _ name: String, adding amount: Amount, to spent: Amount, limit: Amount
    ) throws(ExchangeError) -> CashOutReason? {
        let total = try spent.plus(amount)
        guard total.units > limit.units else { return nil }
        var reason = CashOutReason(
            code,
            "\(name) of \(owner) is \(limit) for \(budget.every.wording): \(spent) are spent, this would take \(amount)."
        )
        reason.value = total.description
        reason.limit = limit.description
        reason.clearsWhen = clearing(amount, limit)
        return reason
    }

    private func clearing(_ amount: Amount, _ limit: Amount) -> String {
        guard amount.units <= limit.units else { return "it takes less, or the budget is larger" }
        guard let oldest else { return "what is under way has ended" }
        return "enough is older than \(budget.every.wording), from \(oldest + budget.every) on"
    }
}
