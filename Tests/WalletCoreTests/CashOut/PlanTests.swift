import Testing
import WalletCore

@Suite struct PlanTests {
    private let base = CashOutScene().decide().plans[0]

    private func plan(_ change: (inout CashOutScene) throws -> Void) rethrows -> Plan {
        try CashOutScene(change).decide().plans[0]
    }

    @Test func `the same plan is not worse than itself`() {
        #expect(!base.isMaterially(worseThan: base))
        #expect(base.material == CashOutScene().decide().plans[0].material)
    }

    @Test func `a plan is worse by identity, legs, debit, cost, net or processing, and its text is another`() {
        let worse = [
            plan {
                $0.destination.identity = "bank-2"
                $0.sight = FirstSight(identity: "bank-2", since: .at("0:00"))
            },
            plan {
                $0.provider.identityHash = "acme-2"
                $0.providerStanding.sight = FirstSight(identity: "acme-2", since: .at("0:00"))
            },
            plan { $0.holdings = [.till("till", .krw(60_001))] },
            plan { $0.quote = { _ in .quoted(Quote(fee: .krw(501))) } },
            plan { $0.quote = { _ in .quoted(Quote(fee: .krw(500), receives: .krw(54_499))) } },
            plan { $0.provider.processing = ProcessingTime(.hours(1)) },
        ]
        let approved = plan { $0.provider.processing = ProcessingTime(.seconds(1), .minutes(59)) }
        for plan in worse {
            #expect(plan.isMaterially(worseThan: approved))
            #expect(plan.material != approved.material)
        }
        #expect(base.isMaterially(worseThan: approved))
    }

    @Test func `a cheaper or quicker plan is covered by the approval`() {
        let approved = plan { $0.provider.processing = ProcessingTime(.minutes(1), .hours(1)) }
        let better = plan {
            $0.provider.processing = ProcessingTime(.minutes(30), .minutes(59))
            $0.quote = { _ in .quoted(Quote(fee: .krw(499))) }
        }
        #expect(!better.isMaterially(worseThan: approved))
    }

    /// `latest` is what the provider named since the price of the plan ran out, at the time of this.
    @Test(arguments: [
        (500, "36:01", 60, "36:01"), (500, "36:00", 60, nil), (499, "36:01", 60, nil), (500, "36:01", 61, nil),
    ])
    func `a price that ran out is replaced by the same one, no slower, that still holds`(
        fee: Int, until: String, seconds: Int, expires: String?
    ) {
        func quote(_ fee: Int, until: String, seconds: Int) -> Quote {
            var quote = Quote(fee: .krw(fee))
            quote.expires = .at(until)
            quote.processing = .seconds(seconds)
            return quote
        }
        let old = quote(500, until: "36:00", seconds: 60)
        let plan = Plan(rule: "tips", legs: base.legs, route: base.route, quote: old, cost: base.cost)
        let request = QuoteRequest(legs: plan.legs, route: plan.route)
        let answers = [request: QuoteAnswer.quoted(quote(fee, until: until, seconds: seconds))]
        #expect(plan.price(at: CashOutScene.now, among: answers)?.expires == expires.map { .at($0) })
        #expect(plan.price(at: .at("35:59"), among: answers) == old)
    }

    @Test func `what arrives in another asset is not what was approved`() throws {
        let dollars = try plan {
            $0.facts.rates = try .of([.of("USD/KRW", "1400")])
            $0.quote = { _ in .quoted(Quote(fee: .krw(500), receives: .usd(cents: 5_450_000))) }
        }
        #expect(dollars.isMaterially(worseThan: base))
    }
}
