import WalletCore

/// A small world in which one rule pays out at 12:00 of the second day, with one thing changed at a time.
struct CashOutScene {
    static let now = Timestamp.at("36:00")
    static let tips = HoldingID(source: "tips", account: "till", asset: "KRW")

    var rule = CashOutRule.tips
    var destination = Destination(name: "bank", provider: "acme", identity: "bank-1", lastFour: "6789")
    var provider = Provider.acme
    var limits: Budget?
    var otherRules: [CashOutRule] = []
    var holdings = [HoldingStanding.till()]
    var standing = RuleStanding.ready([tips])
    var sight = FirstSight(identity: "bank-1", since: .at("0:00"))
    var providerStanding = ProviderStanding(
        FirstSight(identity: "acme-1", since: .at("0:00")),
        promise: ProviderPromise(idempotency: .unlimited, lookup: .byKey))
    var facts = CashOutFacts(now: now)
    /// What the provider answers to anything it is asked; `nil`: it has not answered.
    var quote: ((Amount) -> QuoteAnswer)? = { _ in .quoted(Quote(fee: .krw(500))) }

    init() {}

    init(_ change: (inout CashOutScene) throws -> Void) rethrows { try change(&self) }

    var configuration: CashOutConfiguration {
        CashOutConfiguration(
            rules: [rule] + otherRules, destinations: [destination], providers: [provider], limits: limits)
    }

    /// Answers what the rules want to know until they want to know nothing more.
    func answered() -> CashOutFacts {
        var facts = bareFacts
        for _ in 0..<5 {
            let wanted = CashOutRound(configuration, on: facts).decide().flatMap(\.wanted)
            for request in wanted { facts.quotes[request] = answer(request) }
        }
        return facts
    }

    var bareFacts: CashOutFacts {
        var facts = facts
        facts.holdings = holdings
        facts.rules = Dictionary(uniqueKeysWithValues: ([rule] + otherRules).map { ($0.name, standing) })
        facts.destinations = [destination.name: sight]
        facts.providers = [provider.name: providerStanding]
        return facts
    }

    func answer(_ request: QuoteRequest) -> QuoteAnswer? {
        quote?(Amount(units: request.legs.reduce(0) { $0 + $1.amount.units }, of: request.legs[0].amount.asset))
    }

    func decide() -> CashOutDecision { CashOutRound(configuration, on: answered()).decide()[0] }

    func decideAll() -> [CashOutDecision] { CashOutRound(configuration, on: answered()).decide() }

    /// A person's cash-out, its quotes answered.
    func order(_ order: CashOutOrder) -> CashOutDecision? {
        var facts = bareFacts
        for _ in 0..<5 {
            guard let decision = CashOutRound(configuration, on: facts).decide(order) else { return nil }
            for request in decision.wanted { facts.quotes[request] = answer(request) }
        }
        return CashOutRound(configuration, on: facts).decide(order)
    }

    /// What stands against sending now what was planned in another scene.
    func reasons(
        againstSending plan: Plan, of id: String = "c1", for purpose: CashOutPurpose = .rule,
        approvedBy approval: CashOut.Approval = .rule
    ) -> [CashOutReason.Code] {
        reasons(againstSending: CashOut(id: id, plan: plan, planID: "p-1", approval: approval, for: purpose))
    }

    func reasons(againstSending cashOut: CashOut) -> [CashOutReason.Code] {
        CashOutRound(configuration, on: bareFacts).reasons(againstSending: cashOut).map(\.code)
    }
}

extension CashOutRule {
    /// Over 50000 KRW everything but 5000 KRW goes to the bank.
    static var tips: CashOutRule {
        var rule = CashOutRule(
            name: "tips", from: [HoldingPattern(source: Glob("tips"))], whenAbove: .krw(50_000), to: "bank")
        rule.leave = .krw(5000)
        rule.mode = .auto
        rule.budget = Budget(amount: .krw(1_000_000), fees: .krw(50_000), every: .days(30))
        return rule
    }
}

extension Provider {
    static var acme: Provider {
        var provider = Provider(name: "acme", adapter: "exec", identityHash: "acme-1")
        provider.registration = "02-006-00001"
        provider.verifiedOn = CalendarDate(year: 2026, month: 10, day: 1)
        provider.identity = .verified
        return provider
    }
}

extension HoldingStanding {
    /// 60000 KRW of tips, read five minutes ago.
    static func till(
        _ account: String = "till", _ amount: Amount = .krw(60_000), _ change: (inout Holding) -> Void = { _ in },
        withdrawal: Withdrawal = .direct
    ) -> HoldingStanding {
        var holding = Holding(
            id: HoldingID(source: "tips", account: account, asset: amount.asset.code), kind: .earnings,
            balance: .init(amount), changedAt: .at("30:00"), readAt: .at("35:55"), standing: .listed)
        change(&holding)
        return HoldingStanding(holding, staleAfter: .hours(1), withdrawal: withdrawal)
    }
}

extension RuleStanding {
    /// Consented to, with every reading that is asked for.
    static func ready(_ holdings: [HoldingID]) -> RuleStanding {
        var standing = RuleStanding()
        standing.consent = .given(at: .at("1:00"))
        for holding in holdings {
            standing.confirmations[holding] = Confirmation(
                count: 2, since: .at("35:00"), last: .at("35:55"), lastAsOf: nil)
        }
        return standing
    }
}

extension Percentage {
    static func of(_ text: String) -> Percentage? {
        try? Percentage.parse(text)
    }
}

extension Rate {
    static func of(_ pair: String, _ value: String, on day: Int = 15) throws -> Rate {
        let date = CalendarDate(daysSinceEpoch: CalendarDate(.at("0:00")).daysSinceEpoch + day - 15)
        return try Rate.parse(pair: pair, value: value, asOf: date, assets: AssetTable())
    }
}

extension RateTable {
    static func of(_ rates: [Rate], staleAfter: Duration? = .days(7)) -> RateTable {
        RateTable(rates.map { Entry($0, source: "fixed", staleAfter: staleAfter) }, at: CashOutScene.now)
    }
}
