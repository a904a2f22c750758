import Testing
import WalletCore

/// One cash-out with the clocks around it.
struct Life {
    var cashOut: CashOut
    var now = Timestamp.at("0:00")
    var boot = BootTime(boot: "first", elapsed: .hours(100))
    var provider = Circumstances.Counterpart.asPrepared
    var promiseNow = Circumstances.Promise.asPrepared
    /// What the credentials in force hash to: whoever asks or sends does so with them.
    var credentials: String? = Life.own
    /// The same for those that the request is made with.
    static let own = "own"
    /// The longest wait within its bounds.
    var randomness = UInt64.max
    let promise: ProviderPromise

    init(_ promise: ProviderPromise = .both, plan: Plan = .tips, approval: CashOut.Approval = .person) {
        self.promise = promise
        cashOut = CashOut(id: "c-1", plan: plan, planID: "p-1", approval: approval, state: .planned)
    }

    var facts: Circumstances {
        var facts = Circumstances(now: now, boot: boot, provider: provider, randomness: randomness)
        facts.promise = promiseNow
        facts.credentials = credentials
        return facts
    }
    var state: CashOut.State.Name { cashOut.state.name }
    var wish: CashOutEffect { cashOut.wish(in: facts) }
    var request: CashOutRequest {
        var request = CashOutRequest(
            reference: "5f0c", key: KeyExpiry(promise, preparedAt: boot), promise: promise, timeout: .seconds(60),
            reversalWindow: .days(10))
        request.credentials = Life.own
        return request
    }

    @discardableResult
    mutating func take(_ step: CashOut.Step) throws(TransitionError) -> CashOut.Transition {
        try cashOut.apply(step.with(credentials), in: facts)
    }

    /// The state after the step; `nil` where it is refused.
    func after(_ step: CashOut.Step) -> CashOut.State.Name? {
        var copy = self
        do throws(TransitionError) { try copy.take(step) } catch { return nil }
        return copy.state
    }

    func refusal(of step: CashOut.Step) -> TransitionError.Cause? {
        var copy = self
        do throws(TransitionError) {
            try copy.take(step)
            return nil
        } catch {
            return error.cause
        }
    }

    mutating func pass(_ time: Duration) {
        now = now + time
        boot = boot + time
    }

    mutating func reboot(to name: String = "second") {
        now = now + .minutes(2)
        boot = BootTime(boot: name, elapsed: .minutes(1))
    }

    /// An answer to a look-up that begins now.
    @discardableResult
    mutating func hear(
        _ state: ProviderReply.State, fee: Amount? = nil, reference: String? = nil, message: String? = nil
    ) throws(TransitionError) -> CashOut.Transition {
        try take(.answer(ProviderReply(state, reference: reference, fee: fee, message: message), askedAt: boot))
    }

    func resolution(
        _ outcome: Resolution.Outcome, _ finding: Evidence.Finding, _ confidence: Resolution.Confidence = .verified
    ) -> CashOut.Step {
        let finding = finding.with(credentials)
        return .resolve(
            Resolution(outcome, on: Evidence(id: "e", askedAt: boot, finding), confidence, by: "alice", "seen"))
    }
}

extension Life {
    static func planned(_ promise: ProviderPromise = .both) -> Life { Life(promise) }

    static func awaiting(_ promise: ProviderPromise = .both) -> Life {
        reached(promise, [.seekApproval(until: .at("24:00"))])
    }

    static func approved(_ promise: ProviderPromise = .both) -> Life {
        var life = awaiting(promise)
        life.done(.approve(plan: "p-1", by: .person("alice")))
        return life
    }

    static func prepared(_ promise: ProviderPromise = .both, plan: Plan = .tips) -> Life {
        var life = Life(promise, plan: plan, approval: .rule)
        life.done(.approve(plan: "p-1", by: .rule))
        life.done(.prepare(life.request))
        return life
    }

    static func sending(_ promise: ProviderPromise = .both, plan: Plan = .tips) -> Life {
        var life = prepared(promise, plan: plan)
        life.done(.send)
        return life
    }

    /// The first run ended without a clear answer a second after it began.
    static func unknown(_ promise: ProviderPromise = .both) -> Life { sent(promise, .unclear("time-out")) }

    static func sent(_ promise: ProviderPromise = .both, _ outcome: SendOutcome) -> Life {
        var life = sending(promise)
        life.pass(.seconds(1))
        life.done(.ran(outcome))
        return life
    }

    static func sent(_ promise: ProviderPromise = .both, _ state: ProviderReply.State) -> Life {
        sent(promise, .replied(ProviderReply(state)))
    }

    /// A person said that nothing moved.
    static func denied() -> Life {
        var life = unknown(.lookupOnly)
        life.done(life.resolution(.rejected, .said(ProviderReply(.unknownKey))))
        return life
    }

    private static func reached(_ promise: ProviderPromise, _ steps: [CashOut.Step]) -> Life {
        var life = Life(promise)
        for step in steps { life.done(step) }
        return life
    }

    private mutating func done(_ step: CashOut.Step) {
        do throws(TransitionError) { try take(step) } catch { Issue.record(error) }
    }
}

extension ProviderPromise {
    /// Keys act once for a day; requests are found by key, and what is not known after an hour is gone.
    static let both = ProviderPromise(idempotency: .limited(.days(1)), lookup: .byKey, absentAfter: .hours(1))
    static let idempotentOnly = ProviderPromise(idempotency: .limited(.days(1)))
    static let lookupOnly = ProviderPromise(lookup: .byKey, absentAfter: .hours(1))
    static let neither = ProviderPromise()
    /// Without a promise about what is not known.
    static let bothWithoutAbsence = ProviderPromise(idempotency: .limited(.days(1)), lookup: .byKey)
    static let unlimited = ProviderPromise(idempotency: .unlimited, lookup: .byKey)
}

extension Plan {
    /// 50000 KRW from one holding, with a fee of 500 KRW taken out of it.
    static let tips = Plan.of([("main", 50_000)], Quote(fee: .krw(500)), net: .krw(49_500))

    static func of(_ legs: [(account: String, units: Int)], _ quote: Quote, net: Amount) -> Plan {
        let amount = Amount.krw(legs.map(\.units).reduce(0, +))
        let isOnTop = quote.feeFrom == .balance && quote.fee.asset == .krw
        let debit = isOnTop ? Amount(units: amount.units + quote.fee.units, of: .krw) : amount
        let cost = Cost(amount: amount, debit: debit, cost: .krw(500), net: net)
        let provider = Provider(name: "acme", adapter: "exec", identityHash: "a")
        let destination = Destination(name: "my-bank", provider: "acme", identity: "d", lastFour: "6789")
        return Plan(
            rule: "tips",
            legs: legs.map { Leg(HoldingID(source: "tips", account: $0.account, asset: "KRW"), .krw($0.units)) },
            route: Route(destination, by: provider), quote: quote, cost: cost)
    }
}
