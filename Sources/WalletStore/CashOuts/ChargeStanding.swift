import WalletCore

/// How a charge counts, as its column says it.
enum ChargeStanding: String {
    /// It counts, and how it ends is to come.
    case open
    case counts
    case released

    init(_ state: CashOut.State.Name) {
        self = !state.countsInBudgets ? .released : state.holdsHoldings ? .open : .counts
    }
}
