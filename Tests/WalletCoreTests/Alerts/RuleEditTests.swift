import Testing
import WalletCore

@Suite struct RuleEditTests {
    private static let rule = {
        var rule = AlertRule(name: "low", condition: .below(.krw(3000)))
        rule.selection.sources = [Glob("tmoney")]
        return rule
    }()
    private static let firing = AlertState.Firing(id: "a", since: .at("0:00"), announcedAt: .at("0:00"))
    private static let pending = AlertState.Pending(since: .at("0:00"), countedTo: .at("0:00"))
    private let facts = SubjectFacts.holding(HoldingFacts(.card(), staleAfter: .hours(1)))

    @Test func `the identity is readable and stays what it is`() {
        var rule = Self.rule
        #expect(rule.identity == #"below=3000e-0KRW source=["tmoney"]"#)

        rule.condition = .idleFor(.days(90))
        rule.selection = Selection(
            sources: [Glob("b"), Glob("a*"), Glob("b")], accounts: [Glob(#"x"],y\"#)], kinds: [.giftCard],
            assets: ["USD"])
        rule.sustained = .minutes(10)
        rule.clearAt = .usd(cents: 550)
        rule.atLeast = .usd(cents: 100)
        #expect(
            rule.identity == #"idle_for=7776000000ms source=["a*","b"] account=["x\"],y\\"] kind=["gift-card"] "#
                + #"asset=["USD"] for=600000ms clear_at=550e-2USD at_least=100e-2USD"#)
        #expect(AlertRule(name: "x", condition: .staleFor(.hours(2))).identity == "stale_for=7200000ms")
    }

    @Test(
        arguments: [
            { $0.name = "other" }, { $0.severity = .critical }, { $0.renotify = .hours(1) },
            { $0.selection.sources = [Glob("tmoney"), Glob("tmoney")] }, { $0.selection.accounts = [Glob("*")] },
        ] as [@Sendable (inout AlertRule) -> Void])
    func `what is no other rule keeps its identity`(edit: @Sendable (inout AlertRule) -> Void) {
        var rule = Self.rule
        edit(&rule)
        #expect(rule.identity == Self.rule.identity)
        #expect(RuleEdit(from: Self.rule.identity, to: rule, on: facts, now: .at("0:10")) == .unchanged)
    }

    @Test(
        arguments: [
            { $0.condition = .below(.krw(3001)) }, { $0.condition = .atOrBelow(.krw(3000)) },
            { $0.condition = .above(.krw(3000)) }, { $0.condition = .atOrAbove(.krw(3000)) },
            { $0.condition = .idleFor(.days(3)) }, { $0.sustained = .minutes(1) }, { $0.clearAt = .krw(5000) },
            { $0.atLeast = .krw(1) }, { $0.selection.sources = [Glob("t*")] },
            { $0.selection.accounts = [Glob("card-1")] },
            { $0.selection.kinds = [.prepaid] }, { $0.selection.assets = ["KRW"] },
        ] as [@Sendable (inout AlertRule) -> Void])
    func `what makes it another rule supersedes what fires`(edit: @Sendable (inout AlertRule) -> Void) {
        var rule = Self.rule
        edit(&rule)
        let change = RuleEdit(from: Self.rule.identity, to: rule, on: facts, now: .at("0:10"))
        #expect(change == .edited)
        #expect(
            AlertState.firing(Self.firing).carried(over: change)
                == AlertOutcome(state: .inactive, announcement: .superseded(Self.firing)))
        #expect(AlertState.pending(Self.pending).carried(over: change) == AlertOutcome(state: .inactive))
        #expect(AlertState.inactive.carried(over: change) == AlertOutcome(state: .inactive))
    }

    @Test func `an edited rule is evaluated anew on the fresh value`() {
        var rule = Self.rule
        rule.condition = .below(.krw(2600))
        let moment = Moment(now: .at("0:10"), observingSince: .at("0:00"), cause: .time)
        let outcome = rule.evaluate(.inactive, on: facts, at: moment) { "b" }
        let firing = AlertState.Firing(id: "b", since: .at("0:10"), announcedAt: .at("0:10"))
        #expect(outcome == AlertOutcome(state: .firing(firing), announcement: .fired(firing)))
    }

    @Test func `a rule that is gone, or selects the holding no longer, withdraws what fires`() {
        var elsewhere = Self.rule
        elsewhere.selection.sources = [Glob("other")]
        let edits: [(RuleEdit, Unwatched)] = [
            (RuleEdit(from: Self.rule.identity, to: nil, on: facts, now: .at("0:10")), .ruleRemoved),
            (RuleEdit(from: Self.rule.identity, to: Self.rule, on: nil, now: .at("0:10")), .sourceRemoved),
            (RuleEdit(from: Self.rule.identity, to: elsewhere, on: facts, now: .at("0:10")), .otherSource),
        ]
        for (edit, reason) in edits {
            #expect(edit == .unwatched(reason))
            #expect(
                AlertState.firing(Self.firing).carried(over: edit)
                    == AlertOutcome(state: .inactive, announcement: .withdrawn(Self.firing, reason)))
            #expect(AlertState.pending(Self.pending).carried(over: edit) == AlertOutcome(state: .inactive))
        }
    }

    @Test func `severity and renotify are taken over in place`() {
        var rule = Self.rule
        rule.renotify = .minutes(5)
        let edit = RuleEdit(from: Self.rule.identity, to: rule, on: facts, now: .at("0:10"))
        let kept = AlertState.firing(Self.firing).carried(over: edit)
        #expect(kept == AlertOutcome(state: .firing(Self.firing)))
        let moment = Moment(now: .at("0:10"), observingSince: .at("0:00"), cause: .time)
        let outcome = rule.evaluate(kept.state, on: facts, at: moment) { "b" }
        #expect(outcome.due == .at("0:15"))
    }
}
