/// What a cash-out counts against budgets, converted once when it is prepared.
package struct Charge: Equatable, Sendable {
    /// The same debit in each asset that some budget counts in, its own first.
    package let debits: [Amount]
    package let costs: [Amount]

    /// For one that was stored. Neither list is empty.
    package init(debits: [Amount], costs: [Amount]) {
        self.debits = debits
        self.costs = costs
    }

    /// Rounded up.
    package init(_ cost: Cost, against budgets: [Budget], by rates: RateTable) throws(ExchangeError) {
        var debits = [cost.debit]
        var costs = [cost.cost]
        for budget in budgets {
            try debits.add(in: budget.amount.asset, by: rates)
            try costs.add(in: budget.fees.asset, by: rates)
        }
        self.init(debits: debits, costs: costs)
    }
}

extension [Amount] {
    fileprivate mutating func add(in asset: Asset, by rates: RateTable) throws(ExchangeError) {
        guard let own = first, !contains(where: { $0.asset == asset }) else { return }
        append(try rates.convert(own, to: asset, rounding: .up).amount)
    }

    /// The amount in that asset, as stored; where the budget was changed to another asset since, at today's rate.
    func amount(in asset: Asset, by rates: RateTable) throws(ExchangeError) -> Amount {
        if let stored = first(where: { $0.asset == asset }) { return stored }
        guard let own = first else { return .zero(of: asset) }
        return try rates.convert(own, to: asset, rounding: .up).amount
    }
}
