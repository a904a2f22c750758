import WalletCore

extension LedgerEntry.Standing {
    init(_ state: CashOut.State.Name) {
        self = !state.countsInBudgets ? .released : state.holdsHoldings ? .open : .counts
    }
}
