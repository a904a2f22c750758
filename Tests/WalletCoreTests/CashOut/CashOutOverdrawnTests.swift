import Testing
import WalletCore

/// What is less than nothing in a holding that a rule names counts, though it can give nothing.
@Suite struct CashOutOverdrawnTests {
    private static func scene(_ balances: Int..., change: (inout CashOutScene) -> Void = { _ in }) -> CashOutScene {
        CashOutScene {
            $0.holdings = balances.enumerated().map { .till("a\($0)", .krw($1)) }
            $0.standing = .ready($0.holdings.map(\.id))
            change(&$0)
        }
    }

    @Test func `what is overdrawn is taken off the sum that is compared with the threshold`() {
        let decision = Self.scene(60_000, -59_999).decide()
        #expect(decision.word == .hold)
        #expect(decision.plans == [])
        #expect(decision.reasons.map(\.code) == [.debt, .belowThreshold, .reserve])
        #expect(decision.reasons.map(\.value) == ["-59999 KRW", "1 KRW", "60000 KRW"])
        #expect(decision.reasons.map(\.limit) == [nil, "50000 KRW", "64999 KRW"])
        #expect(Self.scene(55_000, -5000).decide().reasons.map(\.code) == [.debt, .belowThreshold])
        #expect(Self.scene(55_001, -5000).decide().plans.map(\.debit) == [.krw(45_001)])
        #expect(Self.scene(-60_000).decide().reasons.map(\.code) == [.debt, .belowThreshold])
    }

    @Test(arguments: [Provider.Bundling.single, .bundles])
    func `what is overdrawn stays behind beside what the rule leaves`(bundling: Provider.Bundling) {
        let decision = Self.scene(60_000, -5000, 20_000) {
            $0.provider.bundling = bundling
            $0.providerStanding.promise?.bundling = bundling
        }.decide()
        #expect(decision.reasons == [])
        #expect(decision.leftOut.map(\.code) == [.debt])
        #expect(decision.plans.reduce(0) { $0 + $1.debit.units } == 70_000)
        #expect(decision.plans.reduce(0) { $0 + $1.keeps.units } == 10_000)
        #expect(!decision.plans.flatMap(\.legs).contains { $0.holding.account == "a1" })
    }

    @Test func `old credit goes under the threshold, and leaves what is overdrawn`() {
        func aged(_ balance: Int) -> CashOutDecision {
            Self.scene(balance, -5000) {
                $0.rule.maxAge = .hours(12)
                $0.holdings[0].creditSince = .at("24:00")
            }.decide()
        }
        #expect(aged(20_000).plans.map(\.debit) == [.krw(10_000)])
        let held = aged(10_000)
        #expect(held.reasons.map(\.code) == [.reserve])
        #expect(held.reasons.map(\.value) == ["10000 KRW"])
        #expect(held.reasons.map(\.limit) == ["10000 KRW"])
    }

    @Test func `a reading confirms by the sum that is compared`() {
        let holdings = Self.scene(60_000, -10_000).holdings
        #expect(CashOutRule.tips.verdict(on: holdings, at: CashOutScene.now) == .notDue)
        #expect(CashOutRule.tips.verdict(on: [holdings[0]], at: CashOutScene.now) == .due)
    }

    @Test func `a person who asks for the rule's cash-out leaves what is overdrawn, with own legs not`() throws {
        let scene = Self.scene(30_000, -10_000)
        #expect(scene.order(CashOutOrder(rule: "tips"))?.plans.map(\.debit) == [.krw(15_000)])
        #expect(Self.scene(-10_000).order(CashOutOrder(rule: "tips"))?.reasons.map(\.code) == [.debt])
        let own = try CashOutOrder([Leg(scene.holdings[0].id, .krw(30_000))], to: "bank")
        #expect(scene.order(own)?.reasons == [])
    }

    @Test func `what was planned does not go where another holding was overdrawn since`() throws {
        let scene = Self.scene(60_000, -5000)
        let plan = try #require(scene.decide().plans.first)
        #expect(plan.amount == .krw(50_000))
        #expect(scene.reasons(againstSending: plan) == [])
        #expect(Self.scene(60_000, -5001).reasons(againstSending: plan) == [.reserve])
        #expect(Self.scene(60_000, -10_000).reasons(againstSending: plan) == [.belowThreshold, .reserve])
        #expect(Self.scene(70_000, -15_000).reasons(againstSending: plan) == [])
        #expect(Self.scene(-1, 60_000).reasons(againstSending: plan) == [.debt, .reserve])
    }

    @Test func `what is not known, or will be on a bill, is not taken off`() {
        let unlisted = Self.scene(60_000, -20_000) {
            $0.holdings[1] = .till("a1", .krw(-20_000)) { $0.standing = .unlisted }
        }
        #expect(unlisted.decide().plans.map(\.debit) == [.krw(55_000)])
        let bill = Self.scene(60_000, 20_000) {
            $0.holdings[1] = .till("a1", .krw(20_000)) { $0.kind = .carrierBilling }
        }
        #expect(bill.decide().plans.map(\.debit) == [.krw(55_000)])
    }

    @Test(arguments: [0, 1, 5000, 60_000])
    func `what is overdrawn beyond what can be counted is held, not wrapped`(over: Int) throws {
        let scene = Self.scene(60_000, 0) {
            $0.holdings[1] = .till("a1", Amount(units: .min + Int128(over), of: .krw))
            $0.rule.maxAge = .hours(1)
            $0.holdings[0].creditSince = .at("0:00")
        }
        #expect(scene.decide().word == .hold)
        let plan = try #require(Self.scene(60_000).decide().plans.first)
        #expect(scene.reasons(againstSending: plan).contains(.reserve))
        #expect(scene.order(CashOutOrder(rule: "tips"))?.word == .hold)
    }
}
