import Testing
import WalletAPI
import WalletCore

@Suite(.timeLimit(.minutes(10)))
struct CashOutRuleRouteTests {
    @Test func `a cash-out rule says what it would do, on which terms, and all that holds it`() async throws {
        try await PayingDaemon.run { paying in
            let rule = try await paying.rule()
            #expect(rule.type == "cashout")
            #expect(rule.mode == "ask")
            #expect(rule.decision == "hold")
            #expect(rule.condition == "above 50000 KRW")
            #expect(rule.consent == Rule.Consent("missing"))
            #expect(rule.revision?.isEmpty == false)
            #expect(rule.terms?.from == ["cards"])
            #expect(rule.terms?.destination == "my-bank")
            #expect(rule.terms?.provider == "acme")
            #expect(rule.terms?.maxFee == ["1000 KRW"])
            #expect(rule.terms?.budget?.every == "30d")
            #expect(rule.plans?.map(\.amount.amount) == ["50000"])
            let list: Page<Rule> = try await paying.daemon.value("/v1/rules")
            #expect(list.items.map(\.name) == ["idle", "low", "sweep"])
            let pages: Page<Rule> = try await paying.daemon.value("/v1/rules?limit=2")
            let last: Page<Rule> = try await paying.daemon.value("/v1/rules?limit=2&cursor=\(pages.next ?? "")")
            #expect(last.items.map(\.name) == ["sweep"])
        }
    }

    @Test func `the plan names amount, fee, net, processing time and what holds it`() async throws {
        try await PayingDaemon.run { paying in
            let page: Page<WalletAPI.Plan> = try await paying.daemon.value("/v1/plan?rule=sweep")
            let plan = try #require(page.items.first)
            #expect(page.items.count == 1)
            #expect(plan.rule == "sweep")
            #expect(plan.plan.isEmpty == false)
            #expect(plan.fee == WalletAPI.Amount(amount: "500", asset: "KRW"))
            #expect(plan.net == WalletAPI.Amount(amount: "49500", asset: "KRW"))
            #expect(plan.processing == "10m..1d" || plan.processing == "10m..24h")
            #expect(plan.reasons?.map(\.code) == ["needs-confirm"])
            #expect(try await paying.daemon.ask("GET", "/v1/plan?rule=low").status == 404)
            #expect(try await paying.daemon.ask("GET", "/v1/plan?cursor=eA").status == 400)
        }
    }

    @Test func `consent is to what was seen, is told once, and lets the rule act`() async throws {
        try await PayingDaemon.run { paying in
            let revision = try #require(try await paying.rule().revision)
            let other = try await paying.post("/v1/rules/sweep/confirm", #"{"revision":"00"}"#)
            #expect(other.status == 409)
            let problem: Problem = try other.value()
            #expect(problem.code == .changed)
            #expect(problem.detail.contains(revision))
            #expect(try await paying.post("/v1/rules/sweep/confirm", "{}").status == 400)
            #expect(try await paying.post("/v1/rules/low/confirm", #"{"revision":"00"}"#).status == 404)
            for _ in 0..<2 {
                let rule: Rule = try await paying.done("/v1/rules/sweep/confirm", #"{"revision":"\#(revision)"}"#)
                #expect(rule.consent?.state == "given")
            }
            try await paying.awaitReasons(["awaiting-approval"])
            let events: Page<WalletAPI.Event> = try await paying.daemon.value("/v1/events?type=rule.confirmed")
            #expect(events.items.count == 1)
            let cashOuts: Page<WalletAPI.CashOut> = try await paying.daemon.value("/v1/cashouts")
            #expect(cashOuts.items.map(\.state) == ["awaiting-approval"])
            #expect(cashOuts.items.first?.terms.rule == "sweep")
            #expect(paying.provider.sends == 0)
        }
    }

    @Test func `a rule says also what it decided before`() async throws {
        try await PayingDaemon.run { paying in
            paying.daemon.time.move(by: .seconds(3600))
            try await paying.daemon.record("cards/main/KRW", "40000")
            try await paying.awaitReasons(["below-threshold", "needs-confirm"])
            let before: Rule = try await paying.daemon.value("/v1/rules/sweep?at=30m")
            #expect(before.reasons.map(\.code) == ["needs-confirm"])
            #expect(before.since == "2026-11-22T10:00:00Z")
            let never = try await paying.daemon.ask("GET", "/v1/rules/sweep?at=2026-11-21")
            #expect(never.status == 404)
            #expect(try await paying.daemon.ask("GET", "/v1/rules/x?at=1h").status == 404)
        }
    }

    @Test func `an alert and a cash-out rule with one name are told apart by their type`() async throws {
        try await PayingDaemon.run(alert: "sweep") { paying in
            let list: Page<Rule> = try await paying.daemon.value("/v1/rules")
            #expect(
                list.items.map { "\($0.name) \($0.type)" }.filter { $0.hasPrefix("sweep") } == [
                    "sweep alert", "sweep cashout",
                ])
            for (query, type) in [("", "cashout"), ("?type=cashout", "cashout"), ("?type=alert", "alert")] {
                let rule: Rule = try await paying.daemon.value("/v1/rules/sweep\(query)")
                #expect(rule.type == type)
            }
            let past: Rule = try await paying.daemon.value("/v1/rules/sweep?type=alert&at=2026-11-22T10:00:00Z")
            #expect(past.type == "alert")
            for (path, status) in [
                ("/v1/rules/sweep?type=both", 400), ("/v1/rules/idle?type=cashout", 404),
                ("/v1/rules/idle?type=cashout&at=1h", 404),
            ] {
                #expect(try await paying.daemon.ask("GET", path).status == status)
            }
            let revision = try #require(try await paying.rule().revision)
            let confirmed: Rule = try await paying.done(
                "/v1/rules/sweep/confirm", #"{"revision":"\#(revision)"}"#)
            #expect(confirmed.type == "cashout")
        }
    }

    @Test func `providers and destinations say who they are, and never the account`() async throws {
        try await PayingDaemon.run { paying in
            let providers: Page<WalletAPI.Provider> = try await paying.daemon.value("/v1/providers")
            let acme = try #require(providers.items.first)
            #expect(acme.fee?.fixed?.amount == "600")
            #expect(acme.identity == "verified")
            #expect(acme.verifiedOn == "2026-11-22")
            #expect(acme.described?.idempotent == true)
            #expect(acme.described?.lookup == true)
            #expect(acme.reasons.isEmpty)
            let destinations: Page<WalletAPI.Destination> = try await paying.daemon.value("/v1/destinations")
            let bank = try #require(destinations.items.first)
            #expect(bank.lastFour == "6789")
            #expect(bank.usable)
            #expect(bank.usableFrom == "2026-11-22T10:00:00Z")
        }
    }
}
