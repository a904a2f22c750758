import Synchronization
import WalletCore

/// A provider that does as it is told: it takes what it is told to take, and says what it is told to say.
final class ToldProvider: CashOutProvider {
    private struct State {
        var fee: Int128 = 500
        var outcome = SendOutcome.replied(ProviderReply(.settled, reference: "acme-1"))
        var reply = ProviderReply(.settled)
        var sends = 0
    }

    private let state = Mutex(State())

    /// How often something went out.
    var sends: Int { state.withLock { $0.sends } }

    func takes(fee: Int128) { state.withLock { $0.fee = fee } }
    func ends(_ outcome: SendOutcome) { state.withLock { $0.outcome = outcome } }
    func says(_ reply: ProviderReply) { state.withLock { $0.reply = reply } }

    func describe() async throws(PortFailure) -> ProviderPromise {
        ProviderPromise(idempotency: .limited(.seconds(86_400)), lookup: .byKey, absentAfter: .seconds(3600))
    }

    func quote(_ order: PayoutOrder) async throws(PortFailure) -> Quote {
        Quote(fee: Amount(units: state.withLock { $0.fee }, of: order.amount.asset))
    }

    func prepare(_ order: PayoutOrder, key: String, quote: Quote) async throws(PortFailure) -> PayoutRequest {
        PayoutRequest(body: key, hash: [1])
    }

    func send(_ request: PayoutRequest, attempt: PayoutAttempt) async -> SendOutcome {
        state.withLock { state in
            state.sends += 1
            return state.outcome
        }
    }

    func status(_ inquiry: PayoutInquiry) async throws(PortFailure) -> ProviderReply {
        state.withLock { $0.reply }
    }
}
