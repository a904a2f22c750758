import Testing
import WalletCore

@Suite struct RuleDecisionTests {
    private let rule = AlertRule(name: "low", condition: .below(.krw(3000)))
    private let moment = Moment(now: .at("0:30"), observingSince: .at("0:20"), cause: .time)
    private let key = AlertKey(rule: "low", subject: AlertSubject(Holding.card().id))

    @Test func `says why it does not fire, with number and limit`() throws {
        let decision = explain(rule, .card { $0.balance = .init(.krw(3000)) })
        #expect(decision.word == .inactive)
        #expect(decision.since == nil)
        let reason = try #require(decision.reasons.first)
        #expect(reason.code == .notMet)
        #expect(reason.message == "tmoney/card-1: 3000 KRW is not below 3000 KRW.")
        #expect(reason.value == "3000 KRW")
        #expect(reason.limit == "3000 KRW")
        #expect(reason.clearsWhen == "the balance is below 3000 KRW")
        #expect(decision.reasons.count == 1)
    }

    @Test func `says why it fires, since when, what ends it, and who took note`() {
        var rule = rule
        rule.clearAt = .krw(5000)
        let firing = AlertState.firing(
            .init(id: "a", since: .at("0:10"), announcedAt: .at("0:10"), acknowledgedBy: "alice"))
        let decision = explain(rule, .card { $0.balance = .init(.krw(4000)) }, firing)
        #expect(decision.word == .firing)
        #expect(decision.since == .at("0:10"))
        #expect(decision.reasons.map(\.code) == [.firing, .acknowledged])
        #expect(decision.reasons[0].message == "tmoney/card-1 has 4000 KRW, not yet at or above 5000 KRW.")
        #expect(decision.reasons[0].since == .at("0:10"))
        #expect(decision.reasons[0].clearsWhen == "the balance is at or above 5000 KRW")
        #expect(decision.reasons[1].message == "alice acknowledged it: it is not repeated.")
    }

    @Test func `counts what has passed since the last evaluation`() {
        var rule = rule
        rule.sustained = .minutes(20)
        let pending = AlertState.pending(.init(since: .at("0:05"), counted: .minutes(2), countedTo: .at("0:25")))
        let decision = explain(rule, .card(), pending)
        #expect(decision.word == .pending)
        #expect(decision.since == .at("0:05"))
        #expect(decision.reasons.map(\.code) == [.counting])
        #expect(decision.reasons[0].message == "tmoney/card-1 has 2500 KRW, below 3000 KRW: 7m of 20m counted.")
        #expect(decision.reasons[0].value == "7m")
        #expect(decision.reasons[0].limit == "20m")
        #expect(decision.reasons[0].clearsWhen == "it has held for 13m more with fresh data")

        let full = AlertState.pending(.init(since: .at("0:00"), counted: .minutes(20), countedTo: .at("0:20")))
        let frozen = explain(rule, .card(), full, staleAfter: .minutes(20))
        #expect(frozen.reasons.map(\.code) == [.counting, .stale])
        #expect(frozen.reasons[0].clearsWhen == "a fresh reading confirms it")
    }

    @Test func `what freezes a state is told beside the state`() {
        let firing = AlertState.firing(.init(id: "a", since: .at("0:10"), announcedAt: .at("0:10")))
        let stale = explain(rule, .card { $0.asOf = .at("0:00") }, firing, staleAfter: .minutes(20))
        #expect(stale.word == .firing)
        #expect(stale.reasons.map(\.code) == [.firing, .stale])
        #expect(stale.reasons[1].since == .at("0:20"))
        #expect(stale.reasons[1].message == "Frozen: the balance of tmoney/card-1 is stale.")
        #expect(stale.reasons[1].clearsWhen == "tmoney is read successfully")

        let unknown = explain(rule, .card { $0.standing = .unlisted })
        #expect(unknown.word == .frozen)
        #expect(unknown.reasons.map(\.code) == [.unknown])

        let doubted = explain(rule, .card { $0.standing = .doubted })
        #expect(doubted.word == .frozen)
        #expect(doubted.reasons.map(\.code) == [.dropUnconfirmed])
    }

    @Test func `idleness waits for a reading of this run`() {
        let idle = AlertRule(name: "low", condition: .idleFor(.minutes(20)))
        let waiting = explain(idle, .card())
        #expect(waiting.word == .frozen)
        #expect(waiting.reasons.map(\.code) == [.awaitingReading])
        #expect(waiting.reasons[0].since == .at("0:20"))

        let moved = explain(idle, .card { $0.changedAt = .at("0:15") })
        #expect(moved.reasons[0].message == "tmoney/card-1 changed 15m ago, not 20m.")
        let empty = explain(idle, .card { $0.balance = .init(.krw(0)) })
        #expect(empty.reasons[0].message == "tmoney/card-1 is empty.")
    }

    @Test func `a holding that is too small is named with what is asked`() {
        var rule = rule
        rule.atLeast = .krw(2600)
        let decision = explain(rule, .card())
        #expect(decision.word == .inactive)
        #expect(decision.reasons.map(\.code) == [.tooSmall])
        #expect(decision.reasons[0].message == "tmoney/card-1: 2500 KRW is less than at_least asks.")
        #expect(decision.reasons[0].limit == "2600 KRW")
    }

    @Test func `a rule that matches nothing says so`() {
        let dollars = AlertRule(name: "low", condition: .below(.usd(cents: 300)))
        let decision = explain(dollars, .card())
        #expect(decision.word == .inactive)
        #expect(decision.reasons.map(\.code) == [.noMatch])
        #expect(decision.reasons[0].message == "No holding matches the rule.")
        let stale = AlertRule(name: "low", condition: .staleFor(.hours(1)))
        #expect(stale.explain([], states: [:], at: moment).reasons[0].message == "No source matches the rule.")
    }

    @Test func `the word is that of the subject that matters most, every subject has its reasons`() {
        let others = ["card-2", "card-3"].map { account in
            Holding(
                id: HoldingID(source: "tmoney", account: account, asset: "KRW"), kind: .prepaid,
                balance: .init(.krw(9000)), changedAt: .at("0:00"), readAt: .at("0:00"),
                standing: account == "card-2" ? .listed : .unlisted)
        }
        let subjects = ([Holding.card()] + others)
            .map { SubjectFacts.holding(HoldingFacts($0, staleAfter: .hours(1))) }
        let firing = AlertState.firing(.init(id: "a", since: .at("0:10"), announcedAt: .at("0:10")))
        let decision = rule.explain(subjects, states: [key: firing], at: moment)
        #expect(decision.word == .firing)
        #expect(decision.reasons.map(\.code) == [.firing, .notMet, .unknown])
        #expect(rule.explain(Array(subjects[1...]), states: [:], at: moment).word == .frozen)
    }

    @Test func `a source that is read, is not, and was not tried`() {
        let stale = AlertRule(name: "low", condition: .staleFor(.minutes(25)))
        var health = SourceHealth(firstConfigured: .at("0:00"))
        #expect(explain(stale, health).reasons[0].message == "tmoney has not been tried since walletd started.")
        health.needsAttention = true
        #expect(
            explain(stale, health).reasons[0].message == "tmoney has never been read since it was configured 30m ago.")
        health.lastSuccess = .at("0:10")
        #expect(explain(stale, health).reasons[0].message == "tmoney was read 20m ago, not 25m.")
    }

    private func explain(
        _ rule: AlertRule, _ holding: Holding, _ state: AlertState = .inactive, staleAfter: Duration = .hours(1)
    ) -> RuleDecision {
        let facts = SubjectFacts.holding(HoldingFacts(holding, staleAfter: staleAfter))
        return rule.explain([facts], states: [key: state], at: moment)
    }

    private func explain(_ rule: AlertRule, _ health: SourceHealth) -> RuleDecision {
        let settings = SourceSettings(name: "tmoney", adapter: "exec", every: .minutes(15), staleAfter: .hours(1))
        let facts = SourceFacts(settings: settings, health: health, tries: .noneSinceStart, holdings: [])
        return rule.explain([.source(facts)], states: [:], at: moment)
    }
}
