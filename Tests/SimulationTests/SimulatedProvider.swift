import EngineTestSupport
import Synchronization
import WalletCore

/// Moves value as its character is, and keeps books of it.
struct SimulatedProvider: CashOutProvider {
    let name: String
    let promise: ProviderPromise
    let character: Character
    let nature: Nature

    func describe() async throws(PortFailure) -> ProviderPromise {
        if !nature.isCalm, nature.roll({ $0.oneIn(12) }) { throw PortFailure(.unreachable, "no route") }
        return promise
    }

    func quote(_ order: PayoutOrder) async throws(PortFailure) -> Quote {
        let word = nature.isCalm ? 9 : nature.roll { $0.number(0...15) }
        if word == 0 { throw PortFailure(.timeout, "too slow") }
        var quote = Quote(fee: .won(word == 1 ? 900 : 500), from: isFeeOnTop ? .balance : .amount)
        quote.processing = .seconds(60)
        if word == 2 { quote.expires = nature.time.now + .seconds(30) }
        return quote
    }

    func prepare(_ order: PayoutOrder, key: String, quote: Quote) async throws(PortFailure) -> PayoutRequest {
        if !nature.isCalm, nature.roll({ $0.oneIn(20) }) { throw PortFailure(.unreachable, "no route") }
        let payout = Payout.Order(
            reference: key, provider: name, fee: quote.fee.units, isFeeOnTop: isFeeOnTop, legs: order.legs)
        return PayoutRequest(body: payout.text, hash: [1])
    }

    /// Wherever walletd thinks that the fee comes from.
    private var isFeeOnTop: Bool { name.hasSuffix("1") }

    func send(_ request: PayoutRequest, attempt: PayoutAttempt) async -> SendOutcome {
        guard !nature.isDead else { return .unclear("dead") }
        guard let order = Payout.Order(request.body) else { return .unclear("no order") }
        nature.note("send \(attempt) \(order.reference.prefix(8)) to \(name)")
        nature.catchUp()
        if let stopped = nature.stopped { nature.breaks("\(order.intent) was sent although \(stopped)") }
        if nature.state.withLock({ $0.dies(.beforeActing) }) {
            nature.die("before \(name) acts")
            return .unclear("dead")
        }
        if nature.state.withLock({ $0.early.remove(order.reference) }) != nil {
            return .replied(books(order.reference))
        }
        let outcome = await handle(order)
        if nature.state.withLock({ $0.dies(.afterActing) }) { nature.die("after \(name) acted") }
        return outcome
    }

    func status(_ inquiry: PayoutInquiry) async throws(PortFailure) -> ProviderReply {
        guard !nature.isDead else { throw PortFailure(.unreachable, "dead") }
        nature.catchUp()
        guard promise.lookup == .byKey else { throw PortFailure(.failed, "it looks nothing up") }
        if !nature.isCalm, nature.roll({ $0.oneIn(5) }) { throw PortFailure(.timeout, "too slow") }
        let reply = books(inquiry.key)
        nature.note("\(name) says \(reply.state.rawValue) of \(inquiry.key.prefix(8))")
        return reply
    }

    private func books(_ reference: String) -> ProviderReply {
        let now = nature.time.lived
        guard let payout = nature.state.withLock({ $0.payouts[reference] }) else { return ProviderReply(.unknownKey) }
        if payout.isReturned { return ProviderReply(.returned) }
        if payout.isRejected { return ProviderReply(.rejected) }
        // What it promised of requests that it does not know is not due yet.
        let mayDeny = now - payout.arrived < Character.absentAfter
        if character == .liar, mayDeny, !nature.isCalm, nature.roll({ $0.oneIn(4) }) {
            return ProviderReply(.unknownKey)
        }
        guard payout.moves > 0 else { return ProviderReply(payout.actsAt == nil ? .rejected : .unknownKey) }
        if let until = payout.needsUserUntil, now < until { return ProviderReply(.needsUser, message: "call us") }
        let isOutOfOrder = character == .liar && !nature.isCalm && nature.roll { $0.oneIn(12) }
        return ProviderReply(payout.settlesAt <= now && !isOutOfOrder ? .settled : .pending)
    }

    private func handle(_ order: Payout.Order) async -> SendOutcome {
        if let known = nature.state.withLock({ $0.payouts[order.reference] }) { return again(order, known) }
        let fate = nature.isCalm ? 0 : nature.roll { $0.number(0...15) }
        switch fate {
        case 0...3: return act(order)
        case 4, 5:
            _ = act(order)
            return .unclear("the connection broke")
        case 6:
            _ = act(order)
            await forever()
            return .unclear("cut off")
        case 7, 8: return .unclear("the connection broke")
        case 9:
            await forever()
            return .unclear("cut off")
        case 10: return .notConnected
        case 11: return .notSent(.temporary(retryAfter: nil))
        case 12:
            arrive(order) { $0.isRejected = true }
            return nature.roll { $0.oneIn(3) } ? .unclear("lost") : .replied(ProviderReply(.rejected))
        case 13, 14:
            // It comes late: not found, then paid.
            let delay = nature.roll { $0.seconds(60...5400) }
            arrive(order) { $0.actsAt = $0.arrived + delay }
            return .unclear("the connection broke")
        default:
            let wait = nature.roll { $0.seconds(600...7200) }
            arrive(order) { $0.needsUserUntil = $0.arrived + wait }
            nature.move(order.reference)
            return .replied(ProviderReply(.needsUser, message: "call us"))
        }
    }

    /// Acts once on a key for as long as it promised, and each time after that.
    private func again(_ order: Payout.Order, _ known: Payout) -> SendOutcome {
        let isOnce =
            switch promise.idempotency {
            case .none: false
            case .unlimited: true
            case .limited(let lifetime): nature.time.lived - known.arrived < lifetime
            }
        if !isOnce {
            nature.move(order.reference, .again)
        } else if known.actsAt != nil {
            nature.move(order.reference)
        } else if !nature.isCalm, nature.roll({ $0.oneIn(3) }) {
            return .unclear(character == .liar ? "409: that key is in use" : "the connection broke")
        }
        let reply = books(order.reference)
        return .replied(reply.state == .unknownKey ? ProviderReply(.pending) : reply)
    }

    private func act(_ order: Payout.Order) -> SendOutcome {
        let (delay, returns) = nature.roll { dice in
            (dice.oneIn(2) ? dice.seconds(1...3600) : .zero, dice.oneIn(6) ? dice.seconds(60...3000) : nil)
        }
        let isCalm = nature.isCalm
        arrive(order) { payout in
            payout.settlesAt = payout.arrived + (isCalm ? .zero : delay)
            if let returns, !isCalm { payout.returnsAt = payout.settlesAt + returns }
        }
        nature.move(order.reference)
        return .replied(books(order.reference))
    }

    private func arrive(_ order: Payout.Order, _ edit: (inout Payout) -> Void) {
        var payout = Payout(order: order, arrived: nature.time.lived)
        edit(&payout)
        nature.state.withLock { [payout] in $0.payouts[order.reference] = payout }
    }
}
