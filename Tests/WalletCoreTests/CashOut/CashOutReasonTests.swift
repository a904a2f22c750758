import Testing
import WalletCore

@Suite struct CashOutReasonTests {
    @Test func `what is over the reserve goes, less the fee, when nothing stands against it`() throws {
        let decision = CashOutScene().decide()
        #expect(decision.reasons == [])
        #expect(decision.leftOut == [])
        #expect(decision.word == .act)
        let plan = try #require(decision.plans.first)
        #expect(decision.plans.count == 1)
        #expect(plan.legs == [Leg(CashOutScene.tips, .krw(55_000))])
        #expect(plan.amount == .krw(55_000))
        #expect(plan.fee == .krw(500))
        #expect(plan.debit == .krw(55_000))
        #expect(plan.cost.cost == .krw(500))
        #expect(plan.net == .krw(54_500))
        #expect(plan.keeps == .krw(5000))
        #expect(plan.destination == "bank")
        #expect(plan.provider == "acme")
    }

    @Test(arguments: CashOutReasonRow.all + CashOutReasonRow.declines)
    func `one thing that is not as it should be holds the rule for that one reason`(row: CashOutReasonRow) {
        let decision = CashOutScene(row.change).decide()
        #expect(decision.reasons.map(\.code) == [row.code])
        #expect(decision.word == .hold)
        #expect(decision.reasons.allSatisfy { !$0.message.isEmpty && $0.message.last != " " })
        #expect(decision.reasons.allSatisfy { $0.clearsWhen != nil })
    }

    @Test func `every reason but what two others imply has a row of its own`() {
        let covered = Set(CashOutReasonRow.all.map(\.code))
        #expect(Set(CashOutReason.Code.allCases).subtracting(covered) == [.providerSuspicious])
    }

    @Test func `a provider that takes nothing, pays at once and checks nobody is suspicious, beside being unverified`()
    {
        let scene = CashOutScene {
            $0.provider.identity = .none
            $0.provider.processing = ProcessingTime(.seconds(10))
            $0.quote = { _ in .quoted(Quote(fee: .krw(0))) }
        }
        #expect(
            scene.decide().reasons.map(\.code) == [.providerUnverified, .identityMissing, .providerSuspicious])
    }

    @Test func `all reasons are given, not only the first`() {
        let scene = CashOutScene {
            $0.facts.stops = [.paused(by: "alice", at: .at("35:00")), .historyWentBack(since: .at("34:00"))]
            $0.rule.mode = .dryRun
            $0.standing.consent = .missing
            $0.provider.registration = nil
            $0.provider.fee = FeeTable(fixed: .krw(9000))
            $0.rule.maxFee.amount = .krw(100)
            $0.rule.budget = .init(1000, fees: 1)
            $0.holdings[0].failure = .init(at: .at("35:58"), reason: .timeout, message: "no answer in 30s")
            $0.holdings[0].open = .init(id: "c0", since: .at("35:00"), phase: .underWay)
        }
        #expect(
            scene.decide().reasons.map(\.code) == [
                .paused, .historyWentBack, .dryRun, .needsConfirm, .providerUnverified, .staleBalance, .inFlight,
                .feeTooHigh, .providerExpensive, .budgetSpent, .feesSpent,
            ])
    }

    @Test func `a reason has its number, its limit, since when, and what clears it`() throws {
        let scene = CashOutScene {
            $0.rule.cooldown = .days(1)
            $0.standing.lastSent = .at("34:00")
        }
        let reason = try #require(scene.decide().reasons.first)
        #expect(reason.message == "The last cash-out was sent 2h ago, less than 1d.")
        #expect(reason.value == "2h")
        #expect(reason.limit == "1d")
        #expect(reason.since == .at("34:00"))
        #expect(reason.clearsWhen == "it is 2027-01-17T10:00:00Z")

        let below = try #require(CashOutScene { $0.holdings = [.till("till", .krw(9000))] }.decide().reasons.first)
        #expect(below.message == "9000 KRW is not above 50000 KRW.")
        #expect(below.value == "9000 KRW")
        #expect(below.limit == "50000 KRW")
        #expect(below.clearsWhen == "the balance is above 50000 KRW")
    }

    @Test func `a provider is asked also where its fee table is too dear, and asking less than that it is used`() throws
    {
        let dear = CashOutScene {
            $0.rule.maxFee.amount = .krw(499)
            $0.provider.fee = FeeTable(fixed: .krw(500))
            $0.quote = nil
        }
        #expect(dear.decide().reasons.map(\.code) == [.feeTooHigh])
        #expect(dear.decide().wanted.count == 1)
        let decision = CashOutScene {
            $0 = dear
            $0.quote = { _ in .quoted(Quote(fee: .krw(400))) }
        }.decide()
        #expect(decision.word == .act)
        #expect(decision.plans.map(\.fee) == [.krw(400)])
        let held = CashOutScene {
            $0 = dear
            $0.rule.confirm = 3
        }.decide()
        #expect(held.reasons.map(\.code) == [.notConfirmed, .feeTooHigh])
        #expect(held.wanted == [])
    }

    @Test func `a price that has expired holds as before until there is another, which is nothing new`() throws {
        func scene(_ expires: Timestamp) -> CashOutScene {
            CashOutScene {
                $0.rule.maxFee.amount = .krw(499)
                var quote = Quote(fee: .krw(500))
                quote.expires = expires
                $0.quote = { [quote] _ in .quoted(quote) }
            }
        }
        let fresh = scene(.at("36:01")).decide().continuing(nil, at: .at("36:00"))
        #expect(fresh.plans.count == 1)
        #expect(fresh.wanted == [])
        let expired = scene(.at("36:00")).decide().continuing(fresh, at: .at("36:10"))
        #expect(expired.plans == [])
        #expect(expired.wanted.count == 1)
        #expect(expired.reasons == fresh.reasons)
        #expect(!expired.isNews(after: fresh))
    }

    @Test func `of several prices, one that has expired is nothing new either`() {
        func scene(_ expires: Timestamp) -> CashOutScene {
            CashOutScene {
                $0.rule.maxFee.amount = .krw(499)
                $0.holdings = [.till("a", .krw(40_000)), .till("b", .krw(30_000))]
                $0.standing = .ready($0.holdings.map(\.id))
                $0.quote = { amount in
                    var quote = Quote(fee: .krw(500))
                    quote.expires = amount == .krw(40_000) ? expires : .at("37:00")
                    return .quoted(quote)
                }
            }
        }
        let fresh = scene(.at("36:01")).decide().continuing(nil, at: .at("36:00"))
        #expect(fresh.plans.count == 2)
        let expired = scene(.at("36:00")).decide().continuing(fresh, at: .at("36:10"))
        #expect(expired.plans.count == 1 && expired.wanted.count == 1)
        #expect(!expired.isNews(after: fresh))
        #expect(fresh.isNews(after: expired))
    }

    @Test func `a reason that goes on keeps the time since when it holds`() {
        let scene = CashOutScene { $0.rule.mode = .dryRun }
        let first = scene.decide().continuing(nil, at: .at("10:00"))
        #expect(first.reasons.map(\.since) == [.at("10:00")])
        let second = scene.decide().continuing(first, at: .at("11:00"))
        #expect(second == first)
        let after = CashOutScene { $0.standing.consent = .missing }.decide().continuing(second, at: .at("12:00"))
        #expect(after.reasons.map(\.since) == [.at("12:00")])
    }
}
