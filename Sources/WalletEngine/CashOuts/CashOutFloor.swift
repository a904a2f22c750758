import Logging
import WalletCore
import WalletStore

/// What everyone who runs cash-outs works with.
struct CashOutFloor: Sendable {
    let ledger: Ledger
    let reader: StoreReader
    let inForce: ConfigurationInForce
    let desk: CashOutDesk
    let signals: EngineSignals
    let chance: Chance
    let logger: Logger

    var clock: EngineClock { ledger.timekeeper.clock }
    var bootTime: BootTime { BootTime(boot: clock.boot(), elapsed: clock.sinceBoot()) }

    func review<Transaction: StoreTransaction>(
        in transaction: Transaction, at look: Timekeeper.Look
    ) -> CashOutReview<Transaction> {
        CashOutReview(configuration: inForce.current, look: look, desk: desk, transaction: transaction)
    }

    /// What holds around a step of a cash-out.
    func circumstances(
        at now: Timestamp, provider: Circumstances.Counterpart = .asPrepared
    ) -> Circumstances {
        Circumstances(now: now, boot: bootTime, provider: provider, randomness: chance.bits())
    }

    /// Asks the price, and keeps the answer; `nil`: it was not asked, or nobody waited for the answer.
    func quote(_ request: QuoteRequest) async -> QuoteAnswer? {
        let answer = await ask(request)
        if let answer { desk.quotes.keep(answer, to: request, at: clock.now()) }
        return answer
    }

    private func ask(_ request: QuoteRequest) async -> QuoteAnswer? {
        let destination = request.route.destination
        let configuration = inForce.current
        guard let route = configuration.route(to: destination),
            let provider = configuration.cashOuts.providers[request.route.provider]
        else {
            return .failed(PortFailure(.misconfigured, "nobody pays to \(destination)"), at: clock.now())
        }
        let order = PayoutOrder(request)
        switch await Answer.of(
            within: provider.timeout, clock,
            { () throws(PortFailure) in
                try await route.provider.quote(order)
            })
        {
        case .given(let quote): return .quoted(quote)
        case .failed(let failure):
            await noteAttention(failure, of: request.route.provider)
            return .failed(failure, at: clock.now())
        case .interrupted: return nil
        }
    }

    /// At what price the plan can go now.
    func price(of plan: Plan) -> Quote? {
        let now = clock.now()
        return plan.price(at: now, among: desk.quotes.answers(at: now))
    }

    /// A provider that refuses us is not asked again before a person has looked.
    func noteAttention(_ failure: PortFailure, of provider: String) async {
        guard failure.reason.needsAttention else { return }
        do throws(StoreError) {
            try await ledger.commit { transaction, look throws(StoreError) in
                try transaction.save(
                    attention: SourceHealth.Failure(at: look.now, reason: failure.reason, message: failure.message),
                    of: provider)
            }
        } catch {
            logger.warning("that \(provider) needs attention could not be stored (\(error))")
        }
    }
}

extension PayoutOrder {
    init(_ request: QuoteRequest) {
        let units = request.legs.reduce(0) { $0 + $1.amount.units }
        self.init(
            legs: request.legs, destination: request.route.destination,
            amount: Amount(units: units, of: request.legs[0].amount.asset))
    }

    init(_ plan: Plan) {
        self.init(legs: plan.legs, destination: plan.destination, amount: plan.amount)
    }
}
