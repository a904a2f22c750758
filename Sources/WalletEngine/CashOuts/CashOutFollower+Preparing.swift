import WalletCore
import WalletStore

/// The one request.
extension CashOutFollower {
    /// Between tries while a provider cannot make the request: nothing has been sent, and a price lasts only so long.
    private static let prepareDelay: Duration = .seconds(10)

    /// Has the provider make the request, and keeps it. Its reference is the id of the cash-out: one intent, one
    /// reference, however often it is tried to make the request.
    func prepare(_ cashOut: CashOut) async throws(StoreError) -> Next {
        let plan = cashOut.plan
        let configuration = floor.inForce.current
        guard let route = configuration.route(to: plan.destination),
            let provider = configuration.cashOuts.providers[plan.provider],
            let price = floor.price(of: plan)
        else { return try await decideAgain() }
        let begun = floor.bootTime
        let order = PayoutOrder(plan)
        let answer = await Answer.of(within: provider.timeout, floor.clock) { () throws(PortFailure) in
            try await route.provider.prepare(order, key: cashOut.id, quote: price)
        }
        switch answer {
        case .given(let request): return try await keep(request, by: route.definition, at: price, preparedAt: begun)
        case .interrupted: return refused
        case .failed(let failure):
            await floor.noteAttention(failure, of: plan.provider)
            guard failure.reason.needsAttention || failure.reason.isFinalForRequest else {
                return .later(max(failure.retryAfter ?? .zero, Self.prepareDelay))
            }
            let reason = CashOutReason(.quoteFailed, "\(plan.provider) made no request of it: \(failure.message)")
            return try await take(.abandon([reason]))
        }
    }

    private func keep(
        _ request: PayoutRequest, by definition: PayoutRoute.Definition, at price: Quote, preparedAt begun: BootTime
    ) async throws(StoreError) -> Next {
        let committed = try await floor.ledger.step { [floor, id] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return }
            let review = floor.review(in: transaction, at: look)
            let terms = try review.terms()
            let circumstances = floor.circumstances(at: look.now)
            let draft = PreparedRequest(stored.cashOut, request, by: definition, at: price, preparedAt: begun)
            switch draft.complete(review.configuration.cashOuts, on: terms) {
            case .failure(let held):
                _ = try transaction.take(.abandon([held.reason]), on: id, in: circumstances)
            case .success(let complete):
                _ = try transaction.prepare(
                    complete.request, as: complete.stored, charging: complete.charge, on: id, in: circumstances)
            }
        }
        return next(after: committed)
    }

    /// Its time is over, or nobody pays to its destination any more: the whole decision says so.
    private func decideAgain() async throws(StoreError) -> Next {
        let committed = try await floor.ledger.step { [floor, id] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return }
            let review = floor.review(in: transaction, at: look)
            let reasons = try review.reasons(againstSending: stored.cashOut)
            _ = try transaction.take(.abandon(reasons), on: id, in: floor.circumstances(at: look.now))
        }
        return next(after: committed)
    }
}

extension PortFailure.Reason {
    /// Whether the same order would fail again.
    fileprivate var isFinalForRequest: Bool {
        switch self {
        case .malformed, .tooLarge, .failed, .refusedCredential, .misconfigured: true
        case .unreachable, .timeout, .rateLimited: false
        }
    }
}
