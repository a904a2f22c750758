import Testing
import WalletCore

@Suite struct CashOutOrderTests {
    private func order(_ amount: Int, accepting: Set<CashOutReason.Code> = []) throws -> CashOutOrder {
        try CashOutOrder([Leg(CashOutScene.tips, .krw(amount))], to: "bank", accepting: accepting)
    }

    @Test func `a person may cash out what no rule would, down to nothing`() throws {
        let scene = CashOutScene {
            $0.holdings = [.till("till", .krw(4000))]
            $0.standing = RuleStanding()
        }
        let decision = try #require(scene.order(try order(4000)))
        #expect(decision.reasons == [])
        #expect(decision.rule == nil)
        #expect(decision.plans.map(\.net) == [.krw(3500)])
        #expect(decision.plans.map(\.rule) == [nil])
    }

    @Test func `a rule run by hand leaves out threshold, confirmation, cool-down and dry run, nothing else`() throws {
        let scene = CashOutScene {
            $0.holdings = [.till("till", .krw(9000))]
            $0.rule.mode = .dryRun
            $0.rule.cooldown = .days(1)
            $0.standing.confirmations = [:]
            $0.standing.lastSent = .at("35:00")
        }
        let decision = try #require(scene.order(CashOutOrder(rule: "tips")))
        #expect(decision.reasons == [])
        #expect(decision.plans.map(\.amount) == [.krw(4000)])
        #expect(scene.order(CashOutOrder(rule: "gone")) == nil)
    }

    @Test(
        arguments: CashOutReasonRow.all.filter { row in
            ![.belowThreshold, .notConfirmed, .coolingDown, .dryRun].contains(row.code)
        })
    func `every other check holds a person too`(row: CashOutReasonRow) throws {
        let scene = CashOutScene(row.change)
        // In `auto` alone it matters that nobody could tell what became of a request.
        guard scene.providerStanding.promise?.isBlind != true else { return }
        let decision = try #require(scene.order(CashOutOrder(rule: "tips")))
        #expect(decision.reasons.map(\.code) == [row.code])
    }

    @Test(arguments: CashOutReasonRow.trust)
    func `a risk is lifted by its name, and only by its own`(row: CashOutReasonRow) throws {
        let scene = CashOutScene(row.change)
        guard scene.providerStanding.promise?.isBlind != true else { return }
        let named = try #require(scene.order(CashOutOrder(rule: "tips", accepting: [row.code])))
        #expect(named.reasons == [])
        let others = Set(CashOutReason.Code.allCases).subtracting([row.code])
        let unnamed = try #require(scene.order(CashOutOrder(rule: "tips", accepting: others)))
        #expect(unnamed.reasons.map(\.code) == [row.code])
    }

    @Test(arguments: [CashOutReason.Code.destinationCoolingOff, .paused, .debt, .inFlight, .reserve, .needsConfirm])
    func `what is no risk of trust cannot be lifted`(code: CashOutReason.Code) throws {
        let row = try #require(CashOutReasonRow.all.first { $0.code == code })
        let decision = CashOutScene(row.change).order(CashOutOrder(rule: "tips", accepting: [code]))
        #expect(try #require(decision).reasons.map(\.code) == [code])
    }

    @Test func `more than there is, with the fee on top, is refused`() throws {
        #expect(try #require(CashOutScene().order(try order(60_001))).reasons.map(\.code) == [.reserve])
        let onTop = CashOutScene { $0.quote = { _ in .quoted(Quote(fee: .krw(500), from: .balance)) } }
        #expect(try #require(onTop.order(try order(59_501))).reasons.map(\.code) == [.reserve])
        #expect(try #require(onTop.order(try order(59_500))).reasons == [])
    }

    @Test func `an amount that is no whole number of steps is refused, not rounded`() throws {
        let scene = CashOutScene { $0.provider.step = .krw(1000) }
        let decision = try #require(scene.order(try order(10_500)))
        #expect(decision.reasons.map(\.message) == ["10500 KRW is not a multiple of the step of acme, 1000 KRW."])
        #expect(try #require(scene.order(try order(10_000))).reasons == [])
    }

    @Test func `a holding that there is not is named`() throws {
        let nowhere = HoldingID(source: "tips", account: "safe", asset: "KRW")
        let decision = try #require(
            CashOutScene().order(try CashOutOrder([Leg(nowhere, .krw(1))], to: "bank")))
        #expect(decision.reasons.map(\.subject) == [nowhere])
    }

    @Test func `of several holdings that a person named, one does not go without the others`() throws {
        let scene = CashOutScene {
            $0.holdings = [.till("a", .krw(50_000)), .till("b", .krw(50_000))]
            $0.limits = .init(60_000)
        }
        let legs = ["a", "b"].map { Leg(HoldingID(source: "tips", account: $0, asset: "KRW"), .krw(40_000)) }
        let decision = try #require(scene.order(try CashOutOrder(legs, to: "bank")))
        #expect(decision.word == .hold)
        #expect(decision.reasons.map(\.code) == [.budgetSpent])
        #expect(decision.reasons.map(\.subject?.account) == ["b"])
        #expect(decision.leftOut == [] && decision.wanted == [])
        var wider = scene
        wider.limits = .init(80_000)
        let both = try #require(wider.order(try CashOutOrder(legs, to: "bank")))
        #expect(both.word == .act && both.plans.count == 2)
    }

    @Test func `the limits over all cash-outs bind a person too`() throws {
        let scene = CashOutScene { $0.limits = .init(9999) }
        #expect(try #require(scene.order(try order(10_000))).reasons.map(\.code) == [.budgetSpent])
    }

    @Test func `an order that makes no sense is none`() throws {
        let leg = Leg(CashOutScene.tips, .krw(1))
        let dollars = Leg(HoldingID(source: "tips", account: "till", asset: "USD"), .usd(cents: 1))
        #expect(throws: CashOutOrder.Flaw.noLegs) { try CashOutOrder([], to: "bank") }
        #expect(throws: CashOutOrder.Flaw.notPositive) { try order(0) }
        #expect(throws: CashOutOrder.Flaw.twice) { try CashOutOrder([leg, leg], to: "bank") }
        let huge = [CashOutScene.tips, HoldingID(source: "tips", account: "safe", asset: "KRW")]
            .map { Leg($0, Amount(units: .max, of: .krw)) }
        #expect(throws: CashOutOrder.Flaw.tooLarge) { try CashOutOrder(huge, to: "bank") }
        #expect(throws: CashOutOrder.Flaw.mixedAssets) { try CashOutOrder([leg, dollars], to: "bank") }
        #expect(throws: CashOutOrder.Flaw.mixedAssets) {
            try CashOutOrder([Leg(CashOutScene.tips, .usd(cents: 1))], to: "bank")
        }
    }
}
