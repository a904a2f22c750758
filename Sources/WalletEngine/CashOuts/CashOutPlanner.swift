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
    /// The first prices of a long list are not to run out while the last are asked.
    private static let askingMax: Duration = .seconds(10)

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
                for inquiry in start(try await decide()) { group.addTask { await self.ask(inquiry) } }
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
        guard !committed.wishes.isEmpty else { return }
        floor.signals.cashOuts.raise()
        // What was decided is done: now something else is true of the rule.
        floor.signals.decisions.raise()
    }

    private struct Inquiry {
        let provider: String
        let requests: [QuoteRequest]
    }

    private func start(_ wanted: [QuoteRequest]) -> [Inquiry] {
        Dictionary(grouping: wanted, by: \.route.provider).sorted { $0.key < $1.key }
            .filter { asked.insert($0.key).inserted }
            .map { Inquiry(provider: $0.key, requests: $0.value) }
    }

    /// Asks one price after the other, as long as that is quick: what is decided of few prices is decided anew with the
    /// next ones. Where nobody answers, nothing else is asked on the same way.
    private func ask(_ inquiry: Inquiry) async {
        let end = floor.clock.sinceBoot() + CashOutPlanner.askingMax
        var requests = inquiry.requests[...]
        while let request = requests.popFirst(), let answer = await floor.quote(request) {
            if case .failed(let failure, let at) = answer, failure.reason.isOfParty {
                for same in requests where same.route == request.route {
                    floor.desk.quotes.keep(answer, to: same, at: at)
                }
                requests.removeAll { $0.route == request.route }
            }
            guard floor.clock.sinceBoot() < end else { break }
        }
        asked.remove(inquiry.provider)
        floor.signals.decisions.raise()
    }
}

extension PortFailure.Reason {
    /// Whether it is about the one who was asked, whatever the question.
    fileprivate var isOfParty: Bool {
        switch self {
        case .unreachable, .timeout, .rateLimited, .refusedCredential, .misconfigured: true
        case .malformed, .tooLarge, .failed: false
        }
    }
}
