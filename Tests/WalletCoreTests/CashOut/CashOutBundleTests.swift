import Testing
import WalletCore
import WalletTestSupport

@Suite struct CashOutBundleTests {
    private static let accounts = ["a", "b", "c"]

    /// 10000, 20000 and 30001 KRW with one provider and one destination.
    private func scene(
        bundling: Provider.Bundling, _ change: (inout CashOutScene) -> Void = { _ in }
    ) -> CashOutScene {
        CashOutScene {
            $0.holdings = [.till("a", .krw(10_000)), .till("b", .krw(20_000)), .till("c", .krw(30_001))]
            $0.standing = .ready(Self.accounts.map { HoldingID(source: "tips", account: $0, asset: "KRW") })
            $0.provider.bundling = bundling
            $0.providerStanding.promise?.bundling = bundling
            $0.provider.fee = FeeTable(percent: .of("1%"), minimum: .krw(500))
            $0.quote = { .quoted(Quote(fee: Amount(units: max(500, $0.units / 100), of: .krw))) }
            change(&$0)
        }
    }

    @Test func `holdings go in one request for one fee, and the parts add up exactly`() throws {
        let plan = try #require(scene(bundling: .bundles).decide().plans.first)
        #expect(plan.legs.map(\.amount) == [.krw(9167), .krw(18_333), .krw(27_501)])
        #expect(plan.amount == .krw(55_001))
        #expect(plan.savings == .init(alone: .krw(1500), bundled: .krw(550), saved: .krw(950)))
    }

    @Test(arguments: [true, false])
    func `they go apart unless configuration and provider both say that they may go together`(configured: Bool) {
        let scene = scene(bundling: .bundles) {
            if configured { $0.providerStanding.promise?.bundling = .single } else { $0.provider.bundling = .single }
            $0.quote = { _ in .quoted(Quote(fee: .krw(100))) }
        }
        let decision = scene.decide()
        #expect(decision.reasons == [])
        // The smallest one keeps what is left behind.
        #expect(decision.plans.map(\.legs.count) == [1, 1, 1])
        #expect(decision.plans.map(\.amount) == [.krw(30_001), .krw(20_000), .krw(5000)])
        #expect(decision.plans.map(\.keeps) == [.krw(0), .krw(0), .krw(5000)])
        #expect(decision.plans.allSatisfy { $0.savings == nil })
    }

    @Test func `of those that go apart only those go that are worth their own fee`() {
        let scene = scene(bundling: .single) {
            $0.rule.maxFee.percent = .of("3%")
            $0.quote = { _ in .quoted(Quote(fee: .krw(500))) }
        }
        let decision = scene.decide()
        #expect(decision.reasons == [])
        #expect(decision.plans.map(\.amount) == [.krw(30_001), .krw(20_000)])
        #expect(decision.leftOut.map(\.code) == [.feeTooHigh])
        #expect(decision.leftOut.map(\.subject?.account) == ["a"])
    }

    @Test func `small holdings are gathered until together they are worth the fee`() {
        let change = { (scene: inout CashOutScene) in
            scene.rule.maxFee.percent = .of("0.9%")
            scene.provider.fee = FeeTable(fixed: .krw(500))
            scene.quote = { _ in .quoted(Quote(fee: .krw(500))) }
        }
        #expect(scene(bundling: .bundles, change).decide().reasons.map(\.code) == [.feeTooHigh])
        let grown = scene(bundling: .bundles) {
            change(&$0)
            $0.holdings.append(.till("d", .krw(10_000)))
            $0.standing = .ready(["a", "b", "c", "d"].map { HoldingID(source: "tips", account: $0, asset: "KRW") })
        }
        #expect(grown.decide().reasons == [])
        #expect(grown.decide().plans.first?.legs.count == 4)
    }

    @Test func `one bad neighbour stays out and stops nobody else`() {
        let scene = scene(bundling: .bundles) {
            $0.rule.whenAbove = .krw(40_000)
            $0.holdings[0].open = .init(id: "c0", since: .at("30:00"), phase: .underWay)
        }
        let decision = scene.decide()
        #expect(decision.reasons == [])
        #expect(decision.leftOut.map(\.code) == [.inFlight])
        #expect(decision.plans.first?.legs.map(\.holding.account) == ["b", "c"])
        #expect(decision.plans.first?.amount == .krw(45_001))
    }

    @Test func `what is not known is not reckoned with, and says that it holds the rule`() {
        let scene = scene(bundling: .bundles) { $0.holdings[2].failure = .tooLate }
        let decision = scene.decide()
        #expect(decision.reasons.map(\.code) == [.staleBalance])
        #expect(decision.plans == [])
        #expect(decision.wanted == [])
    }

    @Test func `credit that expires goes first where holdings go apart`() {
        let lot = Lot(amount: .krw(10_000), expires: CalendarDate(.at("72:00")))
        let scene = scene(bundling: .single) {
            $0.holdings[0] = .till("a", .krw(10_000)) { $0.lots = [lot] }
            $0.rule.beforeExpiry = .days(3)
        }
        #expect(scene.decide().plans.map(\.legs[0].holding.account) == ["a", "c", "b"])
    }

    @Test func `the parts of a bundle share the budgets`() {
        let scene = scene(bundling: .single) { $0.rule.budget = .init(50_001) }
        let decision = scene.decide()
        #expect(decision.plans.map(\.amount) == [.krw(30_001), .krw(20_000)])
        #expect(decision.leftOut.map(\.code) == [.budgetSpent])
    }

    @Test(arguments: 0..<200)
    func `a split adds up to the last unit and takes from nobody more than there is`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let weights = (0...Int(seed % 7)).map { _ in Int.random(in: 0...1_000_000, using: &random) } + [1]
        let sum = weights.reduce(0, +)
        let amount = Int.random(in: 0...sum, using: &random)
        let parts = Split.largestRemainder(of: .krw(amount), by: weights.map { Amount.krw($0) }).map { Int($0.units) }
        #expect(parts.reduce(0, +) == amount)
        for (part, weight) in zip(parts, weights) {
            #expect(part >= amount * weight / sum)
            #expect(part <= weight)
        }
    }

    @Test func `a split of very large amounts does not overflow`() {
        let huge = Amount(units: .max / 2, of: .krw)
        let parts = Split.largestRemainder(of: Amount(units: .max / 2, of: .krw), by: [huge, huge])
        let quarter = Int128.max / 4
        #expect(parts.map(\.units) == [quarter + 1, quarter])
    }
}

extension SourceHealth.Failure {
    fileprivate static let tooLate = SourceHealth.Failure(at: .at("35:58"), reason: .timeout, message: "no answer")
}
