import Testing
import WalletCore

@Suite struct SelectionTests {
    private static let everything = Selection()
    private static let now = Timestamp.at("0:10")

    @Test(
        arguments: [
            (everything, nil),
            (Selection(sources: [Glob("tmoney")]), nil),
            (Selection(sources: [Glob("t*"), Glob("x")]), nil),
            (Selection(sources: [Glob("cash*")]), .otherSource),
            (Selection(accounts: [Glob("card-?")]), nil),
            (Selection(accounts: [Glob("card-2")]), .otherAccount),
            (Selection(kinds: [.bank, .prepaid]), nil),
            (Selection(kinds: [.bank]), .otherKind),
            (Selection(assets: ["KRW"]), nil),
            (Selection(assets: ["USD", "K*"]), nil),
            (Selection(assets: ["USD"]), .otherAsset),
        ] as [(Selection, Unwatched?)])
    func `each list that is given must select the holding`(selection: Selection, reason: Unwatched?) {
        let rule = AlertRule(name: "r", selection: selection, condition: .idleFor(.days(1)))
        #expect(rule.exclusion(of: Holding.card(), now: Self.now) == reason)
    }

    @Test func `a threshold and at_least watch holdings of their own asset`() {
        let below = AlertRule(name: "r", condition: .below(.usd(cents: 300)))
        #expect(below.exclusion(of: Holding.card(), now: Self.now) == .otherAsset)

        var idle = AlertRule(name: "r", condition: .idleFor(.days(1)))
        idle.atLeast = .usd(cents: 300)
        #expect(idle.exclusion(of: Holding.card(), now: Self.now) == .otherAsset)
    }

    @Test func `a balance stored at another scale is not compared`() {
        let finer = Amount(units: 3000, of: Asset(code: "KRW", scale: 2))
        let rule = AlertRule(name: "r", condition: .below(finer))
        #expect(rule.exclusion(of: Holding.card(), now: Self.now) == .otherAsset)
    }

    @Test func `a holding that left the lists is watched by nothing`() {
        let rule = AlertRule(name: "r", condition: .below(.krw(3000)))
        let empty = Holding.card { $0.balance = .init(.krw(0)) }
        #expect(rule.exclusion(of: empty, now: .at("2159:59")) == nil)
        #expect(rule.exclusion(of: empty, now: .at("2160:00")) == .offLists)
    }

    @Test(
        arguments: [
            (everything, nil),
            (Selection(sources: [Glob("tmoney")]), nil),
            (Selection(sources: [Glob("other")]), .otherSource),
            (Selection(accounts: [Glob("card-*")]), nil),
            (Selection(accounts: [Glob("x")]), .otherAccount),
            (Selection(kinds: [.prepaid]), nil),
            (Selection(kinds: [.bank]), .otherKind),
            (Selection(assets: ["USD"]), .otherAsset),
        ] as [(Selection, Unwatched?)])
    func `stale_for selects sources, by their holdings where the rule names such`(
        selection: Selection, reason: Unwatched?
    ) {
        let rule = AlertRule(name: "r", selection: selection, condition: .staleFor(.days(1)))
        #expect(rule.exclusion(of: .source(source([.card()])), now: Self.now) == reason)
    }

    @Test(
        arguments: [
            (everything, nil),
            (Selection(kinds: [.prepaid]), nil),
            (Selection(kinds: [.bank]), .otherKind),
            (Selection(accounts: [Glob("*")]), .otherAccount),
            (Selection(assets: ["KRW"]), .otherAsset),
        ] as [(Selection, Unwatched?)])
    func `of a source without holdings the configured kind is known`(selection: Selection, reason: Unwatched?) {
        let rule = AlertRule(name: "r", selection: selection, condition: .staleFor(.days(1)))
        #expect(rule.exclusion(of: .source(source([])), now: Self.now) == reason)
    }

    @Test func `a rule is about holdings or about sources`() {
        let stale = AlertRule(name: "r", condition: .staleFor(.days(1)))
        #expect(stale.exclusion(of: Holding.card(), now: Self.now) == .otherSubject)
        let below = AlertRule(name: "r", condition: .below(.krw(1)))
        #expect(below.exclusion(of: .source(source([])), now: Self.now) == .otherSubject)
    }

    private func source(_ holdings: [Holding]) -> SourceFacts {
        let settings = SourceSettings(
            name: "tmoney", adapter: "exec", every: .minutes(15), staleAfter: .hours(1), kind: .prepaid)
        let health = SourceHealth(firstConfigured: .at("0:00"))
        return SourceFacts(settings: settings, health: health, tries: .noneSinceStart, holdings: holdings)
    }
}

@Suite struct ChangingSelectionTests {
    @Test func `smaller holdings are left out, and one that shrinks below is withdrawn`() {
        AlertTable(.below(.krw(3000))) { $0.atLeast = .krw(1000) }.check(
            """
            0:00 | read 999  | inactive    | -                   | -
            0:15 | read 1000 | firing 0:15 | fired               | -
            0:30 | unlisted  | firing 0:15 | -                   | 2160:15
            0:45 | read 999  | inactive    | withdrawn too-small | -
            1:00 | read 1000 | firing 1:00 | fired               | -
            """)
    }

    @Test func `a stale holding is not left out for its size`() {
        AlertTable(.below(.krw(3000))) { $0.atLeast = .krw(1000) }.check(
            """
            0:00 | read 1000           | firing 0:00 | fired | -
            2:00 | read 900 as-of 0:30 | firing 0:00 | -     | -
            """)
    }

    @Test func `pending ends quietly when the holding is too small`() {
        let table = AlertTable(.below(.krw(3000))) {
            $0.atLeast = .krw(1000)
            $0.sustained = .minutes(10)
        }
        table.check(
            """
            0:00 | read 2500 | pending 0s | - | 0:10
            0:05 | read 999  | inactive   | - | -
            """)
    }

    @Test func `a holding whose kind changed is withdrawn`() {
        AlertTable(.below(.krw(3000))) { $0.selection.kinds = [.prepaid] }.check(
            """
            0:00 | read 2500             | firing 0:00 | fired                | -
            0:15 | read 2500 kind points | inactive    | withdrawn other-kind | -
            0:30 | read 2500             | firing 0:30 | fired                | -
            """)
    }
}
