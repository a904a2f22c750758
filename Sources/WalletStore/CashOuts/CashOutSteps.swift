import WalletCore

/// What the cash-outs that a transaction kept want done: nobody gets it before the commit.
final class CashOutSteps {
    private(set) var wishes: [CashOutWish] = []
    private(set) var runs: [CashOutRun] = []

    var isEmpty: Bool { wishes.isEmpty }

    /// Only the last step of a cash-out says what it wants.
    func add(_ wish: CashOutWish) {
        wishes.removeAll { $0.cashOut.id == wish.cashOut.id }
        wishes.append(wish)
    }

    func add(_ run: CashOutRun) { runs.append(run) }
}
