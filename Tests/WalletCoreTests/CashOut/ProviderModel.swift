import WalletCore

/// A provider that keeps its promises to the letter, and is as unlucky as they allow.
struct ProviderModel: Hashable {
    /// What it did with requests; more than one is what must never happen.
    private(set) var payments: [Payment] = []
    /// Requests that are still on their way, by when they were sent.
    private(set) var late: [Duration] = []
    private var firstSent: Duration?
    /// When a look-up first missed what it should have found.
    private var missedAt: Duration?

    struct Payment: Hashable {
        var state: ProviderReply.State
        let sentAt: Duration

        var mayHaveMoved: Bool { state != .rejected }
    }

    /// Payments that moved value, or may.
    var moving: [Payment] { payments.filter(\.mayHaveMoved) }

    /// A request arrives: it acts once more unless its key is known and the promise holds.
    mutating func receive(sentAt: Duration, _ promise: ProviderPromise) {
        let first = firstSent ?? sentAt
        firstSent = first
        if !payments.isEmpty, promise.actsOnce(sentAt - first) { return }
        payments.append(Payment(state: .pending, sentAt: sentAt))
    }

    /// A request arrives for another account, which knows no key of this one.
    mutating func receiveElsewhere(sentAt: Duration) {
        payments.append(Payment(state: .pending, sentAt: sentAt))
    }

    mutating func delay(sentAt: Duration) {
        firstSent = firstSent ?? sentAt
        late.append(sentAt)
    }

    mutating func loseLate() { late.removeFirst() }

    /// Whether a request that is late can still act.
    func canArrive(at time: Duration, _ promise: ProviderPromise) -> Bool {
        guard let sentAt = late.first else { return false }
        return promise.absentAfter.map { time - sentAt < $0 } ?? true
    }

    /// Whether a late request would move value that has not moved.
    func mayYetMove(at time: Duration, _ promise: ProviderPromise) -> Bool {
        guard canArrive(at: time, promise) else { return false }
        var copy = self
        copy.receive(sentAt: late[0], promise)
        return copy.payments.count > payments.count
    }

    mutating func arrive(_ promise: ProviderPromise) { receive(sentAt: late.removeFirst(), promise) }

    /// The states that the first payment may go to next.
    var nextStates: [ProviderReply.State] {
        switch payments.first?.state {
        case .pending: [.settled, .rejected, .needsUser]
        case .needsUser: [.settled, .rejected]
        case .settled: [.returned]
        case .rejected, .returned, .unknownKey, nil: []
        }
    }

    mutating func advance(to state: ProviderReply.State) { payments[0].state = state }

    /// Whether a look-up may say that it does not know the key, and what then is remembered of that.
    func missing(at time: Duration, _ promise: ProviderPromise) -> ProviderModel? {
        guard let payment = payments.first else { return self }
        guard let absentAfter = promise.absentAfter, time - payment.sentAt >= absentAfter else { return self }
        var next = self
        next.missedAt = missedAt ?? time
        return missedAt.map { time - $0 < .seconds(60) } ?? true ? next : nil
    }
}

extension ProviderPromise {
    fileprivate func actsOnce(_ age: Duration) -> Bool {
        switch idempotency {
        case .none: false
        case .limited(let lifetime): age <= lifetime
        case .unlimited: true
        }
    }
}
