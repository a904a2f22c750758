import Testing
import WalletCore
import WalletTestSupport

/// A fee on top of several holdings: each gives of it only what it has.
@Suite struct FeeShareTests {
    /// Holdings that go together to a provider that takes its fee on top.
    private static func scene(_ balances: [Int], fee: Int, leave: Int = 0) -> CashOutScene {
        CashOutScene {
            $0.rule.whenAbove = .krw(0)
            $0.rule.leave = .krw(leave)
            $0.rule.budget = .init(1_000_000_000, fees: 1_000_000_000)
            $0.holdings = balances.enumerated().map { .till("a\($0)", .krw($1)) }
            $0.standing = .ready($0.holdings.map(\.id))
            $0.provider.bundling = .bundles
            $0.providerStanding.promise?.bundling = .bundles
            $0.quote = { _ in .quoted(Quote(fee: .krw(fee), from: .balance)) }
        }
    }

    /// What holdings have after all steps of a plan that settles, and then comes back, for these fees.
    private func rests(
        _ plan: Plan, of scene: CashOutScene, settled fee: Amount?, returned kept: Amount?
    ) throws -> [[Int128]] {
        var rests = Dictionary(uniqueKeysWithValues: scene.holdings.map { ($0.id, $0.available.units) })
        var life = Life.prepared(plan: plan)
        let steps: [CashOut.Step] = [
            .send, .ran(.replied(ProviderReply(.settled, fee: fee))),
            .answer(ProviderReply(.returned, fee: kept), askedAt: life.boot),
        ]
        return try steps.map { step in
            let postings = try life.take(step).postings
            #expect(postings.reduce(0) { $0 + $1.amount.units } == 0)
            for case (.holding(let holding), let amount) in postings.map({ ($0.account, $0.amount) }) {
                rests[holding, default: 0] += amount.units
            }
            return rests.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    @Test func `a fee on top of all there is comes from each holding, and leaves none below nothing`() throws {
        let scene = Self.scene([40_000, 20_000, 10_000], fee: 700)
        let plan = try #require(scene.decide().plans.first)
        #expect(plan.amount == .krw(69_300))
        let rests = try rests(plan, of: scene, settled: nil, returned: .krw(70))
        #expect(rests == [[0, 0, 0], [0, 0, 0], [39_960, 19_980, 9_990]])
    }

    @Test func `of holdings that a person named, the one that has something over gives the fee`() throws {
        let scene = Self.scene([50_000, 30_000], fee: 700)
        let legs = [(0, 50_000), (1, 20_000)].map { Leg(scene.holdings[$0].id, .krw($1)) }
        let decision = try #require(scene.order(CashOutOrder(legs, to: "bank")))
        #expect(decision.reasons == [])
        let rests = try rests(#require(decision.plans.first), of: scene, settled: nil, returned: nil)
        #expect(rests == [[0, 9300], [0, 9300], [50_000, 30_000]])
    }

    @Test func `what was planned does not go where one holding cannot give its part of the fee any more`() throws {
        var scene = Self.scene([40_000, 20_000], fee: 600)
        let plan = try #require(scene.decide().plans.first)
        #expect(scene.reasons(againstSending: plan) == [])
        scene.holdings = [.till("a0", .krw(39_999)), .till("a1", .krw(20_001))]
        #expect(scene.reasons(againstSending: plan) == [.reserve])
    }

    @Test func `a holding that gives nothing of the amount gives nothing of the fee`() {
        let decision = Self.scene([1, 1, 1], fee: 1).decide()
        #expect(decision.reasons.map(\.code) == [.providerExpensive, .reserve])
        #expect(
            decision.reasons.last?.message == "The holdings that would go have 1 KRW, less than 2 KRW with the fee.")
    }

    /// Where the holdings that give an amount do not have the fee, less goes.
    @Test(arguments: 0..<400) func `no holding is debited beyond what it has`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let most = [3, 100, 1_000_000][Int.random(in: 0..<3, using: &random)]
        let balances = (0...Int.random(in: 1...5, using: &random)).map { _ in Int.random(in: 1...most, using: &random) }
        let sum = balances.reduce(0, +)
        let scene = Self.scene(
            balances, fee: Int.random(in: 0...max(1, sum / 8), using: &random),
            leave: Bool.random(using: &random) ? 0 : Int.random(in: 0..<sum, using: &random))
        let decision = scene.decide()
        guard decision.reasons.isEmpty, let plan = decision.plans.first else { return }
        let there = plan.legs.compactMap { leg in scene.holdings.first { $0.id == leg.holding }?.available.units }
        let over = there.reduce(0, +) - plan.amount.units
        let fees = [nil, Amount(units: Int128.random(in: 0...over, using: &random), of: .krw)]
        for fee in fees {
            let rests = try rests(plan, of: scene, settled: fee, returned: fees[1])
            #expect(rests.allSatisfy { $0.allSatisfy { $0 >= 0 } }, "\(balances) \(plan.legs.map(\.amount))")
        }
    }

    @Test(arguments: [29_999, 30_000, 30_001, 10_000_000_000])
    func `a fee beyond all there is is in the books of all that gave`(fee: Int) throws {
        let scene = Self.scene([20_000, 10_000], fee: 300)
        let plan = try #require(scene.decide().plans.first)
        let rests = try rests(plan, of: scene, settled: .krw(fee), returned: nil)
        #expect(rests[1].reduce(0, +) == Int128(300 - fee))
        #expect(rests[1].allSatisfy { $0 < 0 })
    }
}
