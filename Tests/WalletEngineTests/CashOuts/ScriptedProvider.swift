import EngineTestSupport
import Synchronization
import WalletCore

/// A provider that keeps books of what it moved, and misbehaves as a test tells it.
final class ScriptedProvider: CashOutProvider {
    enum Run: Sendable {
        /// Moves the value, once for a key, and says so.
        case pays(ProviderReply.State)
        /// Moves the value, and its answer is lost.
        case paysSilently
        /// Moves the value, and never ends.
        case paysAndHangs
        /// Moves nothing.
        case ends(SendOutcome)
        /// Moves nothing, and its answer is lost.
        case isLost
        /// Waits before it moves the value.
        case waits(Gate)
    }

    enum Status: Sendable {
        /// What its books say: settled, or that it does not know the key.
        case books
        case says(ProviderReply)
        case fails(PortFailure)
        case hangs
    }

    private struct State {
        var promise: ProviderPromise
        var fee: Amount = .won(500)
        var quoteExpires: Timestamp?
        var quoteFailure: PortFailure?
        var describeFailure: PortFailure?
        var prepareFailure: PortFailure?
        var check: Gate?
        var runs: [Run] = [.pays(.settled)]
        var statuses: [Status] = [.books]
        var books: [String: Int] = [:]
        var preparedPrices: [Quote] = []
        var sent: [(key: String, attempt: PayoutAttempt)] = []
        /// Whose account it is reached with; each has books of its own.
        var customer: String?
        var nextCustomer: String?
        var asked = 0
        var quoted = 0
        var described = 0

        func page(_ key: String) -> String { customer.map { "\($0) \(key)" } ?? key }
    }

    private let state: Mutex<State>

    init(_ promise: ProviderPromise = .both) {
        state = Mutex(State(promise: promise))
    }

    /// How often value was moved, by key.
    var books: [String: Int] { state.withLock { $0.books } }
    var moves: Int { books.values.reduce(0, +) }
    var sentKeys: [String] { state.withLock { $0.sent.map(\.key) } }
    var attempts: [PayoutAttempt] { state.withLock { $0.sent.map(\.attempt) } }
    var preparedPrices: [Quote] { state.withLock { $0.preparedPrices } }
    var askedCount: Int { state.withLock { $0.asked } }
    var quotedCount: Int { state.withLock { $0.quoted } }
    var describedCount: Int { state.withLock { $0.described } }

    /// The last one is done for ever.
    func run(_ runs: Run...) { state.withLock { $0.runs = runs } }
    func status(_ statuses: Status...) { state.withLock { $0.statuses = statuses } }
    func quote(failing failure: PortFailure?) { state.withLock { $0.quoteFailure = failure } }
    func quote(expiring instant: Timestamp?) { state.withLock { $0.quoteExpires = instant } }
    func prepare(failing failure: PortFailure?) { state.withLock { $0.prepareFailure = failure } }
    func describe(failing failure: PortFailure?) { state.withLock { $0.describeFailure = failure } }
    func describe(_ promise: ProviderPromise) { state.withLock { $0.promise = promise } }
    func quote(fee: Amount) { state.withLock { $0.fee = fee } }

    /// Reached with the credentials of this customer from now on, or from after the next run.
    func serve(_ customer: String?) { state.withLock { $0.customer = customer } }
    func serveAfterRun(_ customer: String) { state.withLock { $0.nextCustomer = customer } }

    func credentials() throws(PortFailure) -> String? { state.withLock(\.customer) }

    func describe() async throws(PortFailure) -> ProviderPromise {
        let (promise, failure) = state.withLock { state in
            state.described += 1
            return (state.promise, state.describeFailure)
        }
        if let failure { throw failure }
        return promise
    }

    func quote(_ order: PayoutOrder) async throws(PortFailure) -> Quote {
        let (fee, expires, failure) = state.withLock { state in
            state.quoted += 1
            return (state.fee, state.quoteExpires, state.quoteFailure)
        }
        if let failure { throw failure }
        var quote = Quote(fee: fee)
        quote.processing = .seconds(60)
        quote.expires = expires
        return quote
    }

    func prepare(_ order: PayoutOrder, key: String, quote: Quote) async throws(PortFailure) -> PayoutRequest {
        let failure = state.withLock { state in
            state.preparedPrices.append(quote)
            return state.prepareFailure
        }
        if let failure { throw failure }
        return PayoutRequest(body: key, hash: [1], credentials: try credentials())
    }

    /// Before a run it looks, until `gate` is open.
    func looksFirst(until gate: Gate) { state.withLock { $0.check = gate } }

    func check(_ request: PayoutRequest) async throws(PortFailure) { await state.withLock(\.check)?.pass() }

    func send(_ request: PayoutRequest, attempt: PayoutAttempt) async -> SendOutcome {
        defer { state.withLock { $0.customer = $0.nextCustomer ?? $0.customer } }
        let run = state.withLock { state in
            state.sent.append((request.body, attempt))
            return state.runs.count > 1 ? state.runs.removeFirst() : state.runs[0]
        }
        switch run {
        case .pays(let word):
            move(request.body)
            return .replied(told(word, reference: "acme-1"))
        case .paysSilently:
            move(request.body)
            return .unclear("the connection broke")
        case .paysAndHangs:
            move(request.body)
            await forever()
            return .unclear("cut off")
        case .ends(let outcome): return outcome
        case .isLost: return .unclear("the connection broke")
        case .waits(let gate):
            await gate.pass()
            move(request.body)
            return .replied(told(.settled))
        }
    }

    func status(_ inquiry: PayoutInquiry) async throws(PortFailure) -> ProviderReply {
        let (status, isKnown) = state.withLock { state in
            state.asked += 1
            let status = state.statuses.count > 1 ? state.statuses.removeFirst() : state.statuses[0]
            return (status, state.books[state.page(inquiry.key)] != nil)
        }
        switch status {
        case .books: return told(isKnown ? .settled : .unknownKey)
        case .says(let reply): return reply
        case .fails(let failure): throw failure
        case .hangs:
            await forever()
            throw PortFailure(.failed, "cut off")
        }
    }

    private func told(_ word: ProviderReply.State, reference: String? = nil) -> ProviderReply {
        var reply = ProviderReply(word, reference: reference)
        reply.credentials = state.withLock(\.customer)
        return reply
    }

    private func move(_ key: String) {
        state.withLock { state in
            let page = state.page(key)
            let isKept = state.promise.idempotency != nil && state.books[page] != nil
            if !isKept { state.books[page, default: 0] += 1 }
        }
    }

    private func forever() async {
        let never = AsyncStream<Void> { _ in }
        for await _ in never {}
    }
}

extension ProviderPromise {
    static let both = ProviderPromise(
        idempotency: .limited(.seconds(86_400)), lookup: .byKey, absentAfter: .seconds(3600))
    static let lookupOnly = ProviderPromise(lookup: .byKey)
    static let idempotentOnly = ProviderPromise(idempotency: .unlimited)
    static let neither = ProviderPromise()
}
