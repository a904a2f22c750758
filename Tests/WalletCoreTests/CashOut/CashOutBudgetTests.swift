import Testing
import WalletCore

@Suite struct CashOutBudgetTests {
    private func codes(_ change: (inout CashOutScene) throws -> Void) rethrows -> [CashOutReason.Code] {
        try CashOutScene(change).decide().reasons.map(\.code)
    }

    @Test func `what was prepared longer ago than the window does not count any more`() {
        // 30 days of 24 hours before 36:00.
        let edge = "-684:00"
        let inside = codes {
            $0.rule.budget = .init(100_000)
            $0.facts.ledger = [.of(.krw(45_001), rule: "tips", at: "-683:59")]
        }
        #expect(inside == [.budgetSpent])
        let outside = codes {
            $0.rule.budget = .init(100_000)
            $0.facts.ledger = [.of(.krw(45_001), rule: "tips", at: edge)]
        }
        #expect(outside == [])
    }

    @Test func `what is under way does not leave the budget when the window passes`() {
        let decision = CashOutScene {
            $0.rule.budget = Budget(amount: .krw(60_000), fees: .krw(50_000), every: .days(1))
            $0.facts.ledger = [.of(.krw(55_000), rule: "tips", at: "11:00", standing: .open)]
        }.decide()
        #expect(decision.reasons.map(\.code) == [.budgetSpent])
        #expect(decision.reasons.first?.clearsWhen == "what is under way has ended")
    }

    @Test func `what was rejected or abandoned does not count, what was returned does`() {
        let released = codes {
            $0.rule.budget = .init(100_000)
            $0.facts.ledger = [.of(.krw(45_001), rule: "tips", at: "6:00", standing: .released)]
        }
        #expect(released == [])
    }

    @Test func `another rule's cash-out counts against the limits over all only, a person's too`() {
        for owner in ["other", nil] {
            let mine = codes {
                $0.rule.budget = .init(100_000)
                $0.facts.ledger = [.of(.krw(45_001), rule: owner, at: "6:00")]
            }
            #expect(mine == [])
            let all = codes {
                $0.limits = .init(100_000)
                $0.facts.ledger = [.of(.krw(45_001), rule: owner, at: "6:00")]
            }
            #expect(all == [.budgetSpent])
        }
    }

    @Test func `exactly the budget may be spent`() {
        let codes = codes {
            $0.rule.budget = .init(100_000, fees: 700)
            $0.facts.ledger = [.of(.krw(45_000), fee: .krw(200), rule: "tips", at: "6:00")]
        }
        #expect(codes == [])
    }

    @Test func `a budget in another asset counts what was converted when it was prepared, not today's rate`() throws {
        let charge = Charge(debits: [.krw(45_000), .usd(cents: 1000)], costs: [.krw(0), .usd(cents: 0)])
        let budget = Budget(amount: .usd(cents: 4929), fees: .usd(cents: 100), every: .days(30))
        func scene(_ cents: Int) throws -> [CashOutReason.Code] {
            try codes {
                $0.rule.budget = Budget(amount: .usd(cents: cents), fees: budget.fees, every: budget.every)
                $0.facts.rates = try .of([.of("USD/KRW", "1400")])
                $0.facts.ledger = [LedgerEntry(cashOut: "c0", rule: "tips", prepared: .at("6:00"), charge: charge)]
            }
        }
        // 55000 KRW are 39.285… USD, rounded up, on top of 10.00.
        #expect(try scene(4929) == [])
        #expect(try scene(4928) == [.budgetSpent])
    }

    @Test func `a charge is converted for each budget, rounded up`() throws {
        let rates = try RateTable.of([.of("USD/KRW", "1400")])
        let cost = Cost(amount: .krw(55_000), debit: .krw(55_000), cost: .krw(500), net: .krw(54_500))
        let dollars = Budget(amount: .usd(cents: 1), fees: .krw(1), every: .days(1))
        let charge = try Charge(cost, against: [.init(1), dollars], by: rates)
        #expect(charge.debits == [.krw(55_000), .usd(cents: 3929)])
        #expect(charge.costs == [.krw(500)])
        #expect(throws: ExchangeError.missing(.krw, .usd)) {
            try Charge(cost, against: [dollars], by: RateTable())
        }
    }

    @Test func `a ledger that cannot be converted holds the rule, it does not count as nothing`() {
        let codes = codes {
            $0.rule.budget = .init(100_000)
            $0.facts.ledger = [.of(.usd(cents: 100), fee: .usd(cents: 0), rule: "tips", at: "6:00")]
        }
        #expect(codes == [.ratesMissing])
    }

    @Test func `earlier plans of the round count for later rules, holdings and limits alike`() {
        let second = HoldingID(source: "shop", account: "till", asset: "KRW")
        let scene = CashOutScene {
            var other = CashOutRule.tips
            other.name = "zz"
            other.from = [HoldingPattern(source: Glob("*"))]
            $0.otherRules = [other]
            $0.standing = .ready([CashOutScene.tips, second])
        }
        let decisions = scene.decideAll()
        #expect(decisions.map(\.rule) == ["tips", "zz"])
        #expect(decisions.map(\.word) == [.act, .hold])
        #expect(decisions[1].reasons.map(\.code) == [.inFlight])
        let limited = CashOutScene {
            var other = CashOutRule.tips
            other.name = "zz"
            other.from = [HoldingPattern(source: Glob("shop"))]
            $0.otherRules = [other]
            $0.holdings.append(.till("till", .krw(60_000)).at("shop"))
            $0.standing = .ready([CashOutScene.tips, second])
            $0.limits = .init(109_999)
        }
        #expect(limited.decideAll().map(\.word) == [.act, .hold])
        #expect(limited.decideAll()[1].reasons.map(\.code) == [.budgetSpent])
    }

    @Test func `a dry run takes nothing away from other rules`() {
        let scene = CashOutScene {
            $0.rule.mode = .dryRun
            var other = CashOutRule.tips
            other.name = "zz"
            $0.otherRules = [other]
        }
        #expect(scene.decideAll().map(\.word) == [.hold, .act])
    }
}

extension HoldingStanding {
    func at(_ source: String) -> HoldingStanding {
        let old = holding
        let id = HoldingID(source: source, account: old.id.account, asset: old.id.asset)
        let moved = Holding(
            id: id, kind: old.kind, balance: old.balance, changedAt: old.changedAt, readAt: old.readAt,
            standing: old.standing)
        return HoldingStanding(moved, staleAfter: staleAfter, withdrawal: withdrawal)
    }
}
