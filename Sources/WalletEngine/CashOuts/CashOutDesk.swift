import WalletCore
import WalletStore

/// What only the running daemon knows about cash-outs, beside the database: prices, why there are none, and whether clock
/// and database can be believed.
struct CashOutDesk: Sendable {
    /// A check of the database is good for so long; design of the store: at most daily.
    private static let checkGoodFor: Duration = .seconds(86_400)

    let quotes = QuoteBook()
    /// Of providers that have not said what they promise.
    let silences = SilenceBook()
    /// Of sources of exchange rates.
    let rateSilences = SilenceBook()
    let gate = SendGate()
    let timekeeper: Timekeeper
    let seam: DecisionSeam

    init(timekeeper: Timekeeper, seam: DecisionSeam = DecisionSeam()) {
        self.timekeeper = timekeeper
        self.seam = seam
    }

    /// All that stops cash-outs now, what is stored included.
    func stops(at look: Timekeeper.Look, in transaction: some StoreTransaction) throws(StoreError) -> [CashOutStop] {
        let doubts = try clockDoubts(at: look, in: transaction)
        let stored = try transaction.cashOutStops()
        return seam.stops(stored + [try unsound(at: look, in: transaction)].compactMap(\.self) + doubts)
    }

    private func unsound(
        at look: Timekeeper.Look, in transaction: some StoreTransaction
    ) throws(StoreError) -> CashOutStop? {
        if let passed = try transaction.quickCheckPassedAt() {
            if passed >= timekeeper.started { return nil }
            if passed <= look.now, look.now < passed + CashOutDesk.checkGoodFor { return nil }
        }
        return .unsound("the database is being checked", since: timekeeper.started)
    }

    private func clockDoubts(
        at look: Timekeeper.Look, in transaction: some StoreTransaction
    ) throws(StoreError) -> [CashOutStop] {
        var doubts: [CashOutStop] = []
        if let highest = try transaction.highestInstant(), look.now + Timekeeper.stepMin < highest {
            doubts.append(.clock(.behind(highest), since: look.observingSince))
        }
        if let doubt = try transaction.clockDoubt() {
            doubts.append(.clock(.forward(doubt.forward), since: doubt.since))
        } else if let step = timekeeper.stepsToAnnounce.last(where: { $0.by > .zero }) {
            doubts.append(.clock(.forward(step.by), since: step.at))
        }
        return doubts
    }
}
