import Testing
import WalletCore

@Suite struct CashOutAmountTests {
    @Test func `the reserve is whole after a fee that is taken on top of the amount`() throws {
        let scene = CashOutScene { $0.quote = { _ in .quoted(Quote(fee: .krw(700), from: .balance)) } }
        let decision = scene.decide()
        let plan = try #require(decision.plans.first)
        #expect(decision.reasons == [])
        #expect(plan.amount == .krw(54_300))
        #expect(plan.debit == .krw(55_000))
        #expect(plan.net == .krw(54_300))
        #expect(plan.cost.cost == .krw(700))
    }

    @Test func `the amount is a whole number of steps, also when the fee on top makes it smaller`() throws {
        let scene = CashOutScene {
            $0.provider.step = .krw(1000)
            $0.quote = { _ in .quoted(Quote(fee: .krw(700), from: .balance)) }
        }
        #expect(scene.decide().plans.first?.amount == .krw(54_000))
        let even = CashOutScene { $0.provider.step = .krw(10_000) }
        #expect(even.decide().plans.first?.amount == .krw(50_000))
    }

    @Test func `a step in another asset is kept at our own rate`() throws {
        let scene = try CashOutScene {
            $0.provider.step = .usd(cents: 100)
            $0.facts.rates = try .of([.of("USD/KRW", "1400")])
            $0.quote = { _ in .quoted(Quote(fee: .krw(100), receives: .usd(cents: 3800))) }
        }
        // 55000 KRW are 39.28 USD.
        #expect(scene.decide().plans.first?.amount == .krw(54_600))
    }

    @Test func `a step of nothing is none`() {
        #expect(CashOutScene { $0.provider.step = .krw(0) }.decide().plans.first?.amount == .krw(55_000))
        let other = CashOutScene { $0.provider.step = .usd(cents: 0) }
        #expect(other.decide().reasons.map(\.code) == [.quoteFailed])
    }

    @Test func `balances beyond what can be counted are held, not wrapped`() {
        let huge = Amount(units: .max, of: .krw)
        let scene = CashOutScene {
            $0.holdings = [.till("till", huge), .till("safe", huge)]
            $0.standing = .ready($0.holdings.map(\.id))
        }
        #expect(scene.decide().word == .hold)
        let one = CashOutScene { $0.holdings = [.till("till", huge)] }
        #expect(one.decide().reasons.map(\.code) == [.budgetSpent])
        let fee = CashOutScene { $0.quote = { _ in .quoted(Quote(fee: huge, from: .balance)) } }
        #expect(fee.decide().reasons.map(\.code) == [.ratesMissing])
    }

    @Test func `max_amount counts the debit, fee on top included`() {
        let scene = CashOutScene {
            $0.rule.maxAmount = .krw(20_000)
            $0.quote = { _ in .quoted(Quote(fee: .krw(700), from: .balance)) }
        }
        #expect(scene.decide().plans.first?.debit == .krw(20_000))
        #expect(scene.decide().plans.first?.amount == .krw(19_300))
    }

    @Test func `an amount made smaller by the fee on top may fall below a minimum`() {
        let scene = CashOutScene {
            $0.rule.minAmount = .krw(54_500)
            $0.quote = { _ in .quoted(Quote(fee: .krw(700), from: .balance)) }
        }
        #expect(scene.decide().reasons.map(\.code) == [.reserve])
    }

    @Test(arguments: [1000, 301, 300])
    func `a fee on top that takes all there is does not end in an amount of nothing or less`(fee: Int) {
        let scene = CashOutScene {
            $0.rule.mode = .dryRun
            $0.rule.whenAbove = .krw(0)
            $0.rule.leave = .krw(0)
            $0.holdings = [.till("till", .krw(300))]
            $0.quote = { _ in .quoted(Quote(fee: .krw(fee), from: .balance)) }
        }
        #expect(scene.decide().reasons.map(\.code) == [.dryRun, .providerExpensive, .reserve])
    }

    @Test func `a fee on top that is more than the rest is not paid with an amount below nothing`() {
        let scene = CashOutScene {
            $0.rule.leave = .krw(59_000)
            $0.quote = { amount in
                let fee = Amount.krw(amount == .krw(1000) ? 1500 : 10)
                return .quoted(Quote(fee: fee, from: .balance, receives: .krw(400)))
            }
        }
        #expect(scene.decide().reasons.map(\.code) == [.providerExpensive, .reserve])
    }

    @Test func `no price is asked for nothing`() throws {
        let eaten = CashOutScene {
            $0.rule.leave = .krw(59_000)
            $0.quote = { _ in .quoted(Quote(fee: .krw(1000), from: .balance)) }
        }
        #expect(CashOutRound(eaten.configuration, on: eaten.answered()).decide().flatMap(\.wanted) == [])
        let capped = try CashOutScene {
            $0.rule.maxAmount = try .parse(decimal: "0.01", of: .usd)
            $0.facts.rates = .of([try .of("USD/KRW", "50")])
        }
        #expect(capped.decide().reasons.map(\.code) == [.belowMinimum])
    }

    @Test func `a minimum in another asset is compared at our own rate, rounded down`() throws {
        let scene = try CashOutScene {
            $0.provider.minimum = .usd(cents: 3929)
            $0.facts.rates = try .of([.of("USD/KRW", "1400")])
        }
        #expect(scene.decide().reasons.map(\.code) == [.belowMinimum])
    }

    @Test func `old credit goes under the threshold, but not under the minimum`() {
        let scene = CashOutScene {
            $0.rule.maxAge = .hours(12)
            $0.holdings = [.till("till", .krw(20_000))]
            $0.holdings[0].creditSince = .at("24:00")
        }
        #expect(scene.decide().plans.first?.amount == .krw(15_000))
        let small = CashOutScene {
            $0.rule = scene.rule
            $0.holdings = scene.holdings
            $0.provider.minimum = .krw(15_001)
        }
        #expect(small.decide().reasons.map(\.code) == [.belowMinimum])
        let young = CashOutScene {
            $0.rule = scene.rule
            $0.holdings = scene.holdings
            $0.holdings[0].creditSince = .at("24:01")
        }
        #expect(young.decide().reasons.map(\.code) == [.belowThreshold])
    }

    @Test func `credit that soon expires goes under the threshold, but not above the ceiling of fees`() {
        let lot = Lot(amount: .krw(20_000), expires: CalendarDate(.at("72:00")))
        let scene = CashOutScene {
            $0.rule.beforeExpiry = .days(2)
            $0.holdings = [.till("till", .krw(20_000)) { $0.lots = [lot] }]
        }
        #expect(scene.decide().plans.first?.amount == .krw(15_000))
        let dear = CashOutScene {
            $0.rule = scene.rule
            $0.rule.maxFee.percent = .of("3.3%")
            $0.holdings = scene.holdings
        }
        #expect(dear.decide().reasons.map(\.code) == [.feeTooHigh])
        let later = CashOutScene {
            $0.rule = scene.rule
            $0.rule.beforeExpiry = .hours(35)
            $0.holdings = scene.holdings
        }
        #expect(later.decide().reasons.map(\.code) == [.belowThreshold])
    }

    @Test func `what arrives in another asset is judged at our own rate, so that a bad rate is a fee too`() throws {
        let scene = try CashOutScene {
            $0.facts.rates = try .of([.of("USD/KRW", "1400")])
            $0.rule.maxFee.percent = .of("5%")
            $0.quote = { _ in .quoted(Quote(fee: .krw(100), receives: .usd(cents: 3700))) }
        }
        let decision = scene.decide()
        let plan = try #require(decision.plans.first)
        #expect(plan.cost.cost == .krw(3200))
        #expect(plan.cost.rates.map(\.pair) == ["USD/KRW"])
        #expect(decision.reasons.map(\.code) == [.feeTooHigh])
    }

    @Test func `a quote that has run out is asked for again`() {
        var quote = Quote(fee: .krw(500))
        quote.expires = CashOutScene.now
        let decision = CashOutScene { [quote] in $0.quote = { _ in .quoted(quote) } }.decide()
        #expect(decision.word == .quote)
        #expect(decision.wanted.map(\.legs) == [[Leg(CashOutScene.tips, .krw(55_000))]])
        #expect(decision.plans == [])
    }

    @Test func `a rule that something else holds asks nobody for a quote, a dry run does`() {
        let held = CashOutScene {
            $0.quote = nil
            $0.facts.stops = [.paused(by: "alice", at: .at("35:00"))]
        }
        #expect(held.decide().wanted == [])
        let dry = CashOutScene {
            $0.quote = nil
            $0.rule.mode = .dryRun
        }
        #expect(dry.decide().wanted.count == 1)
        #expect(CashOutScene { $0.rule.mode = .dryRun }.decide().plans.first?.net == .krw(54_500))
    }
}
