import Logging
import ServiceLifecycle
import WalletCore
import WalletStore

/// Turns decisions into cash-outs: asks the prices that they want, and makes the cash-outs when nothing holds them.
///
/// Every recorded reading has decided already; this decides again for what time alone changes, and whenever a price came.
actor CashOutPlanner: Service {
    /// Times in decisions are of minutes and days.
    private static let waitMax: Duration = .seconds(60)

    private let floor: CashOutFloor
    /// Providers that are being asked: one question at a time for each.
    private var asked: Set<String> = []

    init(_ floor: CashOutFloor) {
        self.floor = floor
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.planUntilCancelled() }
    }

    private func planUntilCancelled() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for request in start(try await decide()) { group.addTask { await self.ask(request) } }
                await floor.signals.decisions.wait(atMost: CashOutPlanner.waitMax, clock: floor.clock)
            }
            group.cancelAll()
        }
    }

    /// Decides, makes what is to be made, and answers what prices are wanted.
    private func decide() async throws(StoreError) -> [QuoteRequest] {
        do throws(StoreError) {
            let (isNews, wanted) = try await look()
            if isNews { try await make() }
            return wanted
        } catch {
            if error.isDamage || error.code == .closed { throw error }
            floor.logger.warning("cash-outs could not be decided (\(error)), trying again")
            return []
        }
    }

    /// Without a commit, which most looks need not.
    private func look() async throws(StoreError) -> (isNews: Bool, wanted: [QuoteRequest]) {
        guard floor.inForce.current.decidesCashOuts else { return (false, []) }
        return try await floor.reader.read { [floor] transaction throws(StoreError) in
            let review = floor.review(in: transaction, at: floor.desk.timekeeper.look())
            let findings = try review.findings(on: try review.facts())
            return (findings.contains(where: \.isWorthCommitting), review.wanted(by: findings.map(\.decision)))
        }
    }

    /// Decides once more, in the transaction that makes the cash-outs.
    private func make() async throws(StoreError) {
        let committed = try await floor.ledger.step { [floor] transaction, look throws(StoreError) in
            let review = floor.review(in: transaction, at: look)
            let making = CashOutMaking(floor: floor, look: look, transaction: transaction)
            for decision in try review.decide() where decision.word == .act { try making.make(decision) }
        }
        if !committed.wishes.isEmpty { floor.signals.cashOuts.raise() }
    }

    private func start(_ wanted: [QuoteRequest]) -> [QuoteRequest] {
        wanted.filter { asked.insert($0.route.provider).inserted }
    }

    private func ask(_ request: QuoteRequest) async {
        let answer = await floor.quote(request)
        asked.remove(request.route.provider)
        guard let answer else { return }
        floor.desk.quotes.keep(answer, to: request, at: floor.clock.now())
        floor.signals.decisions.raise()
    }
}
