import Testing
import WalletCore

@Suite struct CashOutSendingTests {
    private let plan = CashOutScene().decide().plans[0]

    /// The world right before sending: the cash-out has its holding and its budget.
    private func scene(_ change: (inout CashOutScene) -> Void = { _ in }) -> CashOutScene {
        CashOutScene {
            $0.holdings[0].open = .init(id: "c1", since: .at("35:58"), phase: .underWay)
            $0.rule.budget = .init(60_000)
            $0.facts.ledger = [
                LedgerEntry(
                    cashOut: "c1", rule: "tips", prepared: .at("35:59"),
                    charge: Charge(debits: [.krw(55_000)], costs: [.krw(500)]))
            ]
            change(&$0)
        }
    }

    @Test func `a cash-out does not stand in its own way`() {
        #expect(scene().reasons(againstSending: plan) == [])
        #expect(scene().reasons(againstSending: plan, of: "c2") == [.inFlight, .budgetSpent])
    }

    private static let unquoted: Set<CashOutReason.Code> = [
        .feeDiffers, .feeTooHigh, .quoteFailed, .providerExpensive, .belowMinimum, .reserve, .awaitingApproval,
        .inFlight, .belowThreshold, .ratesMissing, .budgetSpent, .feesSpent,
    ]

    @Test(arguments: CashOutReasonRow.declines)
    func `what was proposed before a person turned down another can still be approved`(row: CashOutReasonRow) {
        #expect(scene(row.change).reasons(againstSending: plan) == [])
    }

    @Test(arguments: CashOutReasonRow.all.filter { !unquoted.contains($0.code) })
    func `whatever came in between holds it back`(row: CashOutReasonRow) {
        #expect(scene(row.change).reasons(againstSending: plan).contains(row.code))
    }

    @Test func `threshold, reserve, budget, quote and fee ceiling are looked at again`() {
        let fallen = scene { $0.holdings = [.till("till", .krw(59_999))] }
        #expect(fallen.reasons(againstSending: plan) == [.reserve])
        let under = scene { $0.holdings = [.till("till", .krw(50_000))] }
        #expect(under.reasons(againstSending: plan) == [.belowThreshold, .reserve])
        let spent = scene { $0.facts.ledger.append(.of(.krw(5001), rule: "tips", at: "35:00")) }
        #expect(spent.reasons(againstSending: plan) == [.budgetSpent])
        let ceiling = scene { $0.rule.maxFee.amount = .krw(499) }
        #expect(ceiling.reasons(againstSending: plan) == [.feeTooHigh])
        let minimum = scene { $0.provider.minimum = .krw(55_001) }
        #expect(minimum.reasons(againstSending: plan) == [.belowMinimum])
        var quote = Quote(fee: .krw(500))
        quote.expires = .at("36:00")
        let stale = Plan(rule: "tips", legs: plan.legs, route: plan.route, quote: quote, cost: plan.cost)
        #expect(scene().reasons(againstSending: stale) == [.quoteFailed])
    }

    @Test func `more in the holding than was planned changes nothing`() {
        #expect(scene { $0.holdings = [.till("till", .krw(90_000))] }.reasons(againstSending: plan) == [])
    }

    @Test func `another destination or provider under the same name is not what was planned`() {
        let moved = scene {
            $0.destination.identity = "bank-2"
            $0.sight = FirstSight(identity: "bank-2", since: .at("0:00"))
        }
        #expect(moved.reasons(againstSending: plan) == [.destinationChanged])
        let swapped = scene {
            $0.provider.identityHash = "acme-2"
            $0.providerStanding.sight = FirstSight(identity: "acme-2", since: .at("0:00"))
        }
        #expect(swapped.reasons(againstSending: plan) == [.providerChanged])
    }

    @Test func `what is not configured any more is not sent`() {
        let scene = scene()
        let configurations = [
            CashOutConfiguration(rules: [], destinations: [scene.destination], providers: [scene.provider]),
            CashOutConfiguration(rules: [scene.rule], destinations: [], providers: [scene.provider]),
            CashOutConfiguration(rules: [scene.rule], destinations: [scene.destination], providers: []),
        ]
        let cashOut = CashOut(id: "c1", plan: plan, planID: "p-1", approval: .rule)
        let codes = configurations.map {
            CashOutRound($0, on: scene.bareFacts).reasons(againstSending: cashOut).map(\.code)
        }
        #expect(codes == [[.needsConfirm], [.destinationChanged], [.providerChanged]])
    }

    @Test func `the parts of one bundle do not hold each other up`() {
        var part = plan
        part.bundle = "b1"
        let scene = scene {
            $0.rule.whenAbove = .krw(100_000)
            $0.rule.cooldown = .days(1)
            $0.standing.lastSent = .at("35:59")
            $0.standing.confirmations = [:]
            $0.standing.rejections = Setbacks(inARow: 1, last: .at("35:59"))
        }
        #expect(scene.reasons(againstSending: part) == [])
        #expect(scene.reasons(againstSending: plan) == [.coolingDown, .backoff, .notConfirmed, .belowThreshold])
    }

    @Test func `what a person approved is sent though no rule would, but not on a risk that was not accepted`() {
        let scene = scene {
            $0.rule.mode = .dryRun
            $0.standing.confirmations = [:]
            $0.provider.registration = nil
        }
        #expect(scene.reasons(againstSending: plan, for: .person(accepting: [])) == [.providerUnverified])
        #expect(scene.reasons(againstSending: plan, for: .person(accepting: [.providerUnverified])) == [])
    }

    // MARK: What the rule leaves behind and lets go, as it is now

    @Test(arguments: [nil, "b1"])
    func `what was to stay does not go because another holding that had it was spent`(bundle: String?) throws {
        var scene = CashOutScene {
            $0.rule.whenAbove = .krw(60_000)
            $0.rule.leave = .krw(60_000)
            $0.holdings = [.till("a", .krw(100_000)), .till("b", .krw(50_000))]
            $0.standing = .ready($0.holdings.map(\.id))
        }
        var plan = try #require(scene.decide().plans.first)
        plan.bundle = bundle
        #expect(plan.amount == .krw(90_000))
        #expect(scene.reasons(againstSending: plan) == [])
        scene.holdings[1] = .till("b", .krw(49_999))
        #expect(scene.reasons(againstSending: plan) == [.reserve])
    }

    @Test func `what the parts of a bundle took before does not count as kept twice`() throws {
        var scene = CashOutScene {
            $0.rule.leave = .krw(20_000)
            $0.holdings = [.till("a", .krw(100_000)), .till("b", .krw(50_000))]
            $0.standing = .ready($0.holdings.map(\.id))
        }
        let plans = scene.decide().plans.map { plan in
            var part = plan
            part.bundle = "b1"
            return part
        }
        #expect(plans.map(\.amount) == [.krw(100_000), .krw(30_000)])
        scene.holdings[0] = .till("a", .krw(0))
        #expect(scene.reasons(againstSending: plans[1]) == [])
    }

    @Test func `what was planned does not go beyond limits that were lowered since`() {
        let larger = scene {
            $0.rule.whenAbove = .krw(55_000)
            $0.rule.leave = .krw(5001)
        }
        #expect(larger.reasons(againstSending: plan) == [.reserve])
        #expect(scene { $0.rule.maxAmount = .krw(55_000) }.reasons(againstSending: plan) == [])
        #expect(scene { $0.rule.maxAmount = .krw(54_999) }.reasons(againstSending: plan) == [.budgetSpent])
    }

    @Test func `what was planned does not go where its rule pays to another or takes from others by now`() {
        let other = Destination(name: "card", provider: "acme", identity: "card-1", lastFour: "1111")
        let scene = scene()
        var rule = scene.rule
        rule.destination = "card"
        let moved = CashOutConfiguration(
            rules: [rule], destinations: [scene.destination, other], providers: [scene.provider])
        let reasons = CashOutRound(moved, on: scene.bareFacts)
            .reasons(againstSending: CashOut(id: "c1", plan: plan, planID: "p-1", approval: .rule))
        #expect(reasons.map(\.code) == [.needsConfirm])
        let elsewhere = self.scene {
            $0.rule.from = [HoldingPattern(source: Glob("tips"), account: Glob("safe"))]
            $0.holdings.append(.till("safe", .krw(60_000)))
        }
        #expect(elsewhere.reasons(againstSending: plan) == [.needsConfirm])
    }

    @Test func `what no person approved is not sent by a rule that asks by now`() {
        let asking = scene { $0.rule.mode = .ask }
        #expect(asking.reasons(againstSending: plan) == [.awaitingApproval])
        #expect(asking.reasons(againstSending: plan, approvedBy: .person) == [])
    }

    @Test func `what surely did not go does not cool down after itself, only after others`() throws {
        let cooling = CashOutScene {
            $0.rule.cooldown = .days(1)
            $0.standing.lastSent = .at("35:59")
        }
        var life = Life.prepared(plan: plan)
        #expect(cooling.reasons(againstSending: life.cashOut) == [.coolingDown])
        try life.take(.send)
        try life.take(.ran(.notConnected))
        #expect(cooling.reasons(againstSending: life.cashOut) == [])
    }

    @Test func `once there is a request the price in it counts, not one that was named since`() throws {
        var ended = Quote(fee: .krw(500))
        ended.expires = CashOutScene.now
        var named = ended
        named.expires = .at("37:00")
        let asked = Plan(rule: "tips", legs: plan.legs, route: plan.route, quote: ended, cost: plan.cost)
        let scene = scene {
            $0.facts.quotes = [QuoteRequest(legs: asked.legs, route: asked.route): .quoted(named)]
        }
        #expect(scene.reasons(againstSending: asked) == [])
        for (expires, reasons) in [(CashOutScene.now, [CashOutReason.Code.quoteFailed]), (.at("37:00"), [])] {
            var life = Life(plan: asked, approval: .rule)
            var request = life.request
            request.priceExpires = expires
            try life.take(.approve(plan: "p-1", by: .rule))
            try life.take(.prepare(request))
            let cashOut = CashOut(
                id: "c1", plan: asked, planID: "p-1", approval: .rule, state: life.cashOut.state)
            #expect(scene.reasons(againstSending: cashOut) == reasons)
        }
    }
}
