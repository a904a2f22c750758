import WalletCore
import WalletStore

/// Asking the provider what became of the request.
extension CashOutFollower {
    /// A provider that refuses us is asked again only so often: a wrong password must not become a lock-out.
    private static let refusedRetry: Duration = .seconds(3600)

    func ask(_ cashOut: CashOut) async throws(StoreError) -> Next {
        let askedAt = floor.bootTime
        switch await floor.inquire(cashOut) {
        case .given(let reply): return try await take(.answer(reply, askedAt: askedAt))
        case .failed(let failure):
            await floor.noteAttention(failure, of: cashOut.plan.provider)
            let wait = failure.reason.needsAttention ? Self.refusedRetry : failure.retryAfter
            return try await take(.noAnswer(retryAfter: wait))
        case .interrupted: return refused
        }
    }
}

extension CashOutFloor {
    /// Asks who got the request, as it was when it was prepared.
    func inquire(_ cashOut: CashOut) async -> Answer<ProviderReply> {
        guard let dispatch = cashOut.state.dispatch else { return .interrupted }
        let request: StoredRequest?
        do throws(StoreError) {
            request = try await reader.read { transaction throws(StoreError) in
                try transaction.cashOut(cashOut.id).flatMap { stored throws(StoreError) in
                    try transaction.request(of: stored)
                }
            }
        } catch {
            return .failed(PortFailure(.failed, "the request could not be read: \(error)"))
        }
        guard let request, let provider = provider(of: cashOut, request) else {
            return .failed(PortFailure(.misconfigured, "\(cashOut.plan.provider) can no longer be asked"))
        }
        let inquiry = PayoutInquiry(
            key: dispatch.request.reference, reference: dispatch.providerReference, body: request.body)
        return await Answer.of(within: dispatch.request.timeout, clock) { () throws(PortFailure) in
            try await provider.status(inquiry)
        }
    }
}
