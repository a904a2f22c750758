import WalletAPI

/// Values of cash-outs with all of their fields.
enum FullCashOutValues {
    static let named: [(String, any Encodable & Sendable)] = [
        ("ApproveRequest", ApproveRequest(plan: "a")), ("CashOut", cashOut), ("CashOutRequest", demand),
        ("CashOutTerms", terms), ("ConfirmRequest", ConfirmRequest(revision: "a")),
        ("Consent", Rule.Consent("taken", since: time, reason: "a")), ("Destination", destination),
        ("Evidence", evidence), ("Leg", Leg(source: "a", account: "b", amount: amount)), ("Plan", plan),
        ("Posting", Posting(cashout: "a", at: time, account: "fee", name: "b", amount: amount)),
        ("Provider", provider), ("RejectRequest", RejectRequest(comment: "a")),
        (
            "ResolveRequest",
            ResolveRequest(outcome: "settled", evidence: "a", comment: "b", unverified: true)
        ), ("ResumeCashOutsRequest", ResumeCashOutsRequest(acceptHistory: true)),
        ("StopSwitch", stop),
    ]

    private static let time = "2026-11-22T10:00:00Z"
    private static let amount = Amount(amount: "12.50", asset: "USD")
    private static let reason = Reason(code: "paused", message: "a")

    private static var stop: StopSwitch {
        var stop = StopSwitch(paused: true, reasons: [reason])
        stop.gap = StopSwitch.Gap(from: time, until: time)
        return stop
    }

    static var plan: Plan {
        var plan = Plan(
            rule: "a", plan: "b", legs: [Leg(source: "a", account: "b", amount: amount)], destination: "c",
            provider: "d", price: Plan.Price(amount: amount, fee: amount, debit: amount, cost: amount, net: amount))
        plan.processing = "10m..24h"
        plan.bundle = "e"
        plan.expires = time
        plan.savings = Plan.Savings(alone: amount, bundled: amount, saved: amount)
        plan.rates = [UsedRate(pair: "USD/KRW", rate: "1391.20", asOf: "2026-11-20")]
        plan.reasons = [reason]
        return plan
    }

    private static var cashOut: CashOut {
        var cashOut = CashOut(id: "a", state: "returned", approval: "person", plannedAt: time, terms: plan)
        cashOut.endedAt = time
        cashOut.reference = "b"
        cashOut.providerReference = "c"
        cashOut.feeTaken = amount
        cashOut.message = "d"
        cashOut.others = [CashOut(id: "f", state: "planned", approval: "person", plannedAt: time, terms: plan)]
        cashOut.trail = [CashOut.TrailEntry(state: "planned", at: time, by: "rule", note: "e")]
        return cashOut
    }

    private static var demand: CashOutRequest {
        var leg = CashOutRequest.Leg(source: "a", account: "b", amount: amount)
        leg.asset = "USD"
        var demand = CashOutRequest([leg], to: "c")
        demand.rule = "d"
        demand.acceptRisk = ["provider-expensive"]
        return demand
    }

    static var terms: CashOutTerms {
        var terms = CashOutTerms(from: ["a"], whenAbove: amount, leave: amount, destination: "b", confirm: 2)
        terms.provider = "c"
        terms.maxFee = ["5%"]
        terms.minAmount = amount
        terms.maxAmount = amount
        terms.cooldown = "1d"
        terms.maxAge = "1d"
        terms.beforeExpiry = "1d"
        terms.approveWithin = "1d"
        terms.budget = CashOutTerms.Budget(amount: amount, fees: amount, every: "30d")
        return terms
    }

    private static var destination: Destination {
        var destination = Destination(name: "a", provider: "b", lastFour: "1234", coolingOff: "1d")
        destination.since = time
        destination.usableFrom = time
        destination.source = "c"
        return destination
    }

    private static var evidence: Evidence {
        var evidence = Evidence(evidence: "a", providerSays: "nobody-to-ask", askedAt: time)
        evidence.message = "b"
        evidence.reference = "c"
        return evidence
    }

    private static var provider: Provider {
        var provider = Provider(
            name: "a", adapter: "exec", identity: "rejected", timeout: "60s", reversalWindow: "30d")
        provider.registration = "b"
        provider.verifiedOn = "2026-10-01"
        provider.identityUntil = "2027-10-01"
        provider.fee = Provider.Fee(percent: "1.5%", fixed: amount, minimum: amount, maximum: amount)
        provider.minimum = amount
        provider.step = amount
        provider.processing = "10m..24h"
        provider.since = time
        provider.described = Provider.Promise(idempotent: true, lookup: true, bundles: true)
        provider.described?.keyLifetime = "24h"
        provider.described?.absentAfter = "1h"
        provider.attention = Source.Failure(at: time, reason: "misconfigured", message: "c")
        provider.reasons = [reason]
        return provider
    }
}
