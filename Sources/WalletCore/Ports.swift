/// A place that is read for balances. An adapter implements it; the poller calls it.
///
/// One call is one attempt: an adapter never retries. It returns within its own limits on size, and soon after its task
/// is cancelled. It classifies what went wrong; the poller decides what follows.
package protocol BalanceSource: Sendable {
    func read() async throws(PortFailure) -> Reading
}

/// Who moves value, to the one destination that it was made for. An adapter implements it; the runner of the cash-outs
/// calls it.
///
/// One call is one attempt, as for a ``BalanceSource``. Nothing but ``send(_:attempt:)`` ever moves anything.
package protocol CashOutProvider: Sendable {
    func describe() async throws(PortFailure) -> ProviderPromise
    func quote(_ order: PayoutOrder) async throws(PortFailure) -> Quote
    /// Makes the request: once for each cash-out, before it is `prepared`.
    func prepare(_ order: PayoutOrder, key: String, quote: Quote) async throws(PortFailure) -> PayoutRequest
    /// A keyed hash, in hex, of the credentials that it would be reached with now; `nil` where nobody needs to compare them:
    /// there are none, or its answers show whose account it is.
    func credentials() throws(PortFailure) -> String?
    /// Looks whether the request would surely fail: right before each ``send(_:attempt:)``, and without moving anything.
    func check(_ request: PayoutRequest) async throws(PortFailure)
    /// Fills the credentials in and sends, unless the bytes are not those that were prepared.
    ///
    /// It never throws: what is not certain is `unclear`.
    func send(_ request: PayoutRequest, attempt: PayoutAttempt) async -> SendOutcome
    /// What became of a request. That it is not known is `unknownKey` only where the provider itself says so.
    func status(_ inquiry: PayoutInquiry) async throws(PortFailure) -> ProviderReply
}

extension CashOutProvider {
    /// There is nothing to compare.
    package func credentials() throws(PortFailure) -> String? { nil }

    /// There is nothing to look at.
    package func check(_ request: PayoutRequest) async throws(PortFailure) {}

    /// One run of the request; `starting` is called once, when nothing may hold it back any more.
    package func run(
        _ request: PayoutRequest, attempt: PayoutAttempt, starting: @Sendable () -> Void = {}
    ) async -> SendOutcome {
        do throws(PortFailure) {
            try await check(request)
        } catch {
            starting()
            return .unsent(error)
        }
        starting()
        return await send(request, attempt: attempt)
    }
}

/// Somewhere that says what assets are worth in others.
package protocol RateSource: Sendable {
    func read() async throws(PortFailure) -> [Rate]
}

/// Somewhere events are announced: the journal, standard error, a person's own program.
package protocol Notifier: Sendable {
    /// Under which the store remembers how far it has announced; never changes.
    var name: String { get }
    /// Returns once the event is handed over. May be called again with an event that was announced before a crash.
    func announce(_ event: Event) async throws(PortFailure)
    /// Announces what could not be stored, without a number.
    func announceUnstored(_ draft: EventDraft) async throws(PortFailure)
}

/// Why an outside party gave no usable answer.
package struct PortFailure: Error, Equatable, Sendable {
    package let reason: Reason
    /// For a person: what happened to what; never a secret, cut as ``SafeText/message(_:)`` cuts.
    package let message: String
    /// What the party asked us to wait.
    package let retryAfter: Duration?

    package enum Reason: String, Sendable, CaseIterable {
        case unreachable
        case timeout
        /// Never retried by itself: a wrong password must not become a lock-out.
        case refusedCredential = "refused-credential"
        case rateLimited = "rate-limited"
        /// The options or the address are wrong; likewise not retried by itself.
        case misconfigured
        case malformed
        case tooLarge = "too-large"
        case failed

        /// Whether a person must act before another poll makes sense.
        package var needsAttention: Bool {
            switch self {
            case .refusedCredential, .misconfigured: true
            case .unreachable, .timeout, .rateLimited, .malformed, .tooLarge, .failed: false
            }
        }
    }

    package init(_ reason: Reason, _ message: String, retryAfter: Duration? = nil) {
        self.reason = reason
        self.message = message
        self.retryAfter = retryAfter
    }
}
