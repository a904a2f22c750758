import Testing
import WalletCore
import WalletTestSupport

/// What must hold of every decision, whatever the world is like.
@Suite struct CashOutPromiseTests {
    @Test(arguments: UInt64(0)..<1500)
    func `no plan breaks reserve, bounds, budgets or ceilings, and what does not act says why`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let scene = CashOutScene.random(using: &random)
        let decision = scene.decide()
        let plans = decision.plans
        #expect(decision.word == .act || !decision.reasons.isEmpty || !decision.wanted.isEmpty)
        guard decision.word == .act else { return }
        let known = scene.holdings.filter { ($0.failure == nil && $0.open == nil) || $0.available.isNegative }
        let sum = known.reduce(Int128(0)) { $0 + $1.available.units }
        let debits = plans.reduce(Int128(0)) { $0 + $1.debit.units }
        let costs = plans.reduce(Int128(0)) { $0 + $1.cost.cost.units }
        let budget = try #require(scene.rule.budget)
        #expect(sum - debits >= scene.rule.leave.units)
        #expect(debits <= budget.amount.units && costs <= budget.fees.units)
        #expect(sum > scene.rule.whenAbove.units)
        let holdings = plans.flatMap { $0.legs.map(\.holding) }
        #expect(Set(holdings).count == holdings.count)
        #expect(Set(holdings).isSubset(of: Set(known.map(\.id))))
        for plan in plans { try check(plan, scene) }
    }

    private func check(_ plan: Plan, _ scene: CashOutScene) throws {
        #expect(plan.legs.reduce(Int128(0)) { $0 + $1.amount.units } == plan.amount.units)
        #expect(plan.amount.units % (scene.provider.step?.units ?? 1) == 0)
        #expect(plan.amount.units >= scene.provider.minimum?.units ?? 1)
        if let most = scene.rule.maxAmount { #expect(plan.debit.units <= most.units) }
        if let most = try scene.rule.maxFee.percent?.of(plan.debit, rounding: .down) {
            #expect(plan.cost.cost.units <= most.units)
        }
        for leg in plan.legs {
            let holding = try #require(scene.holdings.first { $0.id == leg.holding })
            #expect(leg.amount.units > 0 && leg.amount.units <= holding.available.units)
        }
        #expect(plan.debit.units >= plan.net.units)
        #expect(plan.cost.cost.units >= plan.debit.units - plan.net.units)
    }
}

extension CashOutScene {
    /// A world of a few holdings, some of them out of reach, with a provider of any habits.
    fileprivate static func random(using random: inout SeededGenerator) -> CashOutScene {
        var scene = CashOutScene()
        let count = Int.random(in: 1...5, using: &random)
        scene.holdings = (0..<count).map {
            .till("account-\($0)", .krw(Int.random(in: 0...40_000, using: &random)))
        }
        scene.standing = .ready(scene.holdings.map(\.id))
        let unlucky = Int.random(in: 0...7, using: &random)
        if unlucky < count {
            scene.holdings[unlucky].failure = .init(at: .at("35:58"), reason: .timeout, message: "no answer")
        } else if unlucky == 6 {
            scene.holdings[0].open = .init(id: "c0", since: .at("35:00"), phase: .underWay)
        }
        scene.rule.whenAbove = .krw(Int.random(in: 0...60_000, using: &random))
        scene.rule.leave = .krw(Int.random(in: 0...20_000, using: &random))
        if Bool.random(using: &random) { scene.rule.maxAmount = .krw(Int.random(in: 1...60_000, using: &random)) }
        if Bool.random(using: &random) { scene.rule.maxFee.percent = .of("\(Int.random(in: 0...12, using: &random))%") }
        scene.rule.budget = .init(Int.random(in: 10_000...150_000, using: &random), fees: 3000)
        if Bool.random(using: &random) { scene.provider.step = .krw([1, 7, 1000].randomElement(using: &random) ?? 1) }
        if Bool.random(using: &random) { scene.provider.minimum = .krw(Int.random(in: 1...20_000, using: &random)) }
        if Bool.random(using: &random) {
            scene.holdings[count - 1] = .till(
                "account-\(count - 1)", .krw(Int.random(in: -30_000 ... -1, using: &random)))
        }
        if Bool.random(using: &random) {
            scene.provider.bundling = .bundles
            scene.providerStanding.promise?.bundling = .bundles
        }
        let fixed = Int128.random(in: 0...1500, using: &random)
        let share = Int128.random(in: 0...50, using: &random)
        let origin = Quote.FeeOrigin.allCases.randomElement(using: &random) ?? .amount
        scene.quote = { amount in
            .quoted(Quote(fee: Amount(units: fixed + amount.units * share / 1000, of: .krw), from: origin))
        }
        return scene
    }
}
