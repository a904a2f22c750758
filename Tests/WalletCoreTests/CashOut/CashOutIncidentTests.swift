import Testing
import WalletCore

/// What hurt others in the field, and must not happen here; as far as it is decided before anything is sent.
@Suite struct CashOutIncidentTests {
    @Test func `a cash-out that stays open is not paid again at the next poll`() {
        for phase in [HoldingStanding.OpenCashOut.Phase.awaitingApproval, .underWay] {
            let scene = CashOutScene { $0.holdings[0].open = .init(id: "c0", since: .at("1:00"), phase: phase) }
            #expect(scene.decide().plans == [])
            #expect(scene.decide().word == .hold)
        }
    }

    @Test func `a person and a rule do not pay out the same balance`() throws {
        let scene = CashOutScene { $0.holdings[0].open = .init(id: "c0", since: .at("35:00"), phase: .underWay) }
        let order = try CashOutOrder([Leg(CashOutScene.tips, .krw(10_000))], to: "bank")
        #expect(scene.order(order)?.reasons.map(\.code) == [.inFlight])
        #expect(scene.order(CashOutOrder(rule: "tips"))?.reasons.map(\.code) == [.inFlight])
        #expect(scene.decide().reasons.map(\.code) == [.inFlight])
    }

    @Test func `two rules on one holding do not pay it out twice in one round`() {
        let scene = CashOutScene {
            var twin = CashOutRule.tips
            twin.name = "tips-too"
            $0.otherRules = [twin]
        }
        #expect(scene.decideAll().map(\.plans.count) == [1, 0])
    }

    @Test func `a balance that does not show yet what was paid out is not paid out again`() {
        for readings in 0...2 {
            let scene = CashOutScene { $0.holdings[0].hold = .tips.resumed(readings: readings, latest: .krw(60_000)) }
            #expect(scene.decide().word == .hold)
        }
    }

    @Test func `a fee never comes out of what is left behind`() throws {
        for fee in stride(from: 0, through: 8000, by: 250) {
            let scene = CashOutScene {
                $0.quote = { _ in .quoted(Quote(fee: .krw(fee), from: .balance)) }
            }
            let plan = try #require(scene.decide().plans.first)
            #expect(60_000 - plan.debit.units >= 5000)
        }
    }

    @Test func `a ceiling of fees can be finer than one percent, and one ceiling does not undo the other`() {
        let scene = CashOutScene {
            $0.rule.maxFee = FeeCeiling(percent: .of("0.91%"), amount: .krw(500))
        }
        #expect(scene.decide().reasons == [])
        let percent = CashOutScene { $0.rule.maxFee = FeeCeiling(percent: .of("0.9%"), amount: .krw(500)) }
        #expect(percent.decide().reasons.map(\.code) == [.feeTooHigh])
        let amount = CashOutScene { $0.rule.maxFee = FeeCeiling(percent: .of("0.91%"), amount: .krw(499)) }
        #expect(amount.decide().reasons.map(\.code) == [.feeTooHigh])
    }

    @Test func `a raised budget frees the rule at once`() {
        let held = CashOutScene { $0.rule.budget = .init(54_999) }
        #expect(held.decide().word == .hold)
        let raised = CashOutScene { $0.rule.budget = .init(55_000) }
        #expect(raised.decide().word == .act)
    }

    @Test func `an amount below the provider's minimum does not fail for ever without a word`() {
        let decision = CashOutScene { $0.provider.minimum = .krw(60_000) }.decide()
        #expect(decision.wanted == [])
        #expect(decision.reasons.map(\.message) == ["55000 KRW is less than the minimum of acme, 60000 KRW."])
        #expect(decision.reasons.map(\.limit) == ["60000 KRW"])
    }

    @Test func `a holding that fails is named and does not stop the others`() {
        let scene = CashOutScene {
            $0.holdings.append(.till("other", .krw(60_000)))
            $0.standing = .ready($0.holdings.map(\.id))
            $0.holdings[1].failure = .init(at: .at("35:58"), reason: .malformed, message: "no JSON")
        }
        let decision = scene.decide()
        #expect(decision.word == .act)
        #expect(decision.leftOut.map(\.subject?.account) == ["other"])
        #expect(decision.leftOut.map(\.message) == ["The last read of tips failed (malformed)."])
    }

    @Test func `amounts of different assets are never compared or added`() {
        let scene = CashOutScene {
            $0.holdings = [.till("till", .usd(cents: 6_000_000))]
        }
        #expect(scene.decide().reasons.map(\.message) == ["No holding matches the rule tips."])
    }

    @Test func `a provider that is slow to tell its price is not taken for one that is free`() {
        let decision = CashOutScene { $0.quote = nil }.decide()
        #expect(decision.word == .quote)
        #expect(decision.plans == [])
    }

    @Test func `an approval of one price is none of a higher one`() {
        let approved = CashOutScene().decide().plans[0]
        let dearer = CashOutScene { $0.quote = { _ in .quoted(Quote(fee: .krw(501))) } }.decide().plans[0]
        #expect(dearer.isMaterially(worseThan: approved))
    }
}
