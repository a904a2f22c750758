import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct QuestionsTests {
    @Test func `the status tells the worst that holds`() async throws {
        let source = ScriptedSource(.won(9000))
        let configuration = EngineConfiguration.test(
            .polled("tmoney", source), .manual("cards"), .polled("new", ScriptedSource(.hangs)),
            rules: [.below(3000), .below(9999, name: "pending") { $0.sustained = .seconds(3600) }])
        try await World().run(configuration) { running in
            await running.pass(.seconds(10))
            let well = try await running.engine.questions.status()
            #expect(well.condition == .ok)
            #expect(well.version == "1.0.0")
            #expect(well.started == .start)
            #expect(well.configurationPath == "/test.toml")
            #expect(well.configurationSHA256 == "0")
            #expect(well.schema >= 1)
            #expect(well.sources == [.ok: 1, .neverRead: 2])
            #expect(well.alertsPending == 1)
            #expect(well.nextPoll == .after(.seconds(2)))
            source.answer(.won(2000), .fails(.unreachable))
            await running.pass(.seconds(60))
            #expect(try await running.engine.questions.status().condition == .sourceFailing)
            try await running.reload(.test(.polled("tmoney", source), rules: [.below(3000)]))
            #expect(try await running.engine.questions.status().condition == .alertFiring)
        }
    }

    @Test func `a source is told with what became of its polls`() async throws {
        let source = ScriptedSource(.won(1), .fails(.rateLimited))
        try await World().run(.test(.polled("b", source), .manual("a"), .polled("c", ScriptedSource(.won(1))))) {
            running in
            await running.pass(.seconds(100))
            let reports = try await running.engine.questions.sources(PageRequest()).items
            #expect(reports.map(\.settings.name) == ["a", "b", "c"])
            #expect(reports.map(\.state) == [.neverRead, .failing, .ok])
            #expect(reports[1].health.lastSuccess == .after(.seconds(2)))
            #expect(reports[1].health.lastFailure?.reason == .rateLimited)
            #expect(reports[1].nextPoll == .after(.seconds(152)))
            #expect(reports[1].quotaLeft == nil)
            await running.pass(.seconds(100))
            #expect(try await running.engine.questions.source("b").state == .stale)
        }
    }

    @Test(arguments: [1, 2, 3])
    func `sources and rules are told part by part, in name order`(limit: Int) async throws {
        let names = ["a", "b", "c"]
        let configuration = EngineConfiguration.test(
            .manual("a"), .manual("b"), .manual("c"), rules: names.map { .below(1, name: $0) })
        try await World().run(configuration) { running async throws in
            let questions = running.engine.questions
            var page = PageRequest(limit: limit)
            var sources: [String] = []
            repeat {
                let found = try await questions.sources(page)
                sources += found.items.map(\.settings.name)
                page.after = found.next
            } while page.after != nil
            var rules: [String] = []
            repeat {
                let found = try await questions.rules(page)
                rules += found.items.map(\.rule.name)
                page.after = found.next
            } while page.after != nil
            #expect(sources == names && rules == names)
        }
    }

    @Test func `a holding has the name of its asset where one was given`() async throws {
        var configuration = EngineConfiguration.test(.manual("cards"))
        try configuration.assets.declare("STARS", scale: 0, name: "coffee stars")
        try await World().run(configuration) { running async throws in
            for asset in ["KRW", "STARS"] {
                let id = HoldingID(source: "cards", account: "a", asset: asset)
                let report = try await running.engine.commands.record(ManualRecord(holding: id, amount: "1"))
                #expect(report.assetName == (asset == "STARS" ? "coffee stars" : nil))
            }
            let page = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest())
            #expect(page.items.map(\.assetName) == [nil, "coffee stars"])
        }
    }

    @Test func `holdings are found by what they are`() async throws {
        let usd = Asset(code: "USD", scale: 2)
        let mixed = Reading(
            balances: [
                Balance(account: "x", available: .won(1), kind: .points),
                Balance(account: "x", available: Amount(units: 250, of: usd)),
                Balance(account: "y", available: .won(2)),
            ], completeness: .complete)
        let configuration = EngineConfiguration.test(
            .polled("one", ScriptedSource(.reading(mixed))), .polled("two", ScriptedSource(.won(7))))
        try await World().run(configuration) { running async throws in
            await running.pass(.seconds(10))
            func names(_ edit: (inout HoldingFilter) -> Void) async throws -> [String] {
                var filter = HoldingFilter()
                edit(&filter)
                let page = try await running.engine.questions.holdings(filter, page: PageRequest())
                return page.items.map(\.holding.id.description)
            }
            #expect(try await names { _ in } == ["one/x/KRW", "one/x/USD", "one/y/KRW", "two/card/KRW"])
            #expect(try await names { $0.sources = [Glob("two")] } == ["two/card/KRW"])
            #expect(try await names { $0.sources = [Glob("t*"), Glob("none")] } == ["two/card/KRW"])
            #expect(try await names { $0.accounts = [Glob("?")] } == ["one/x/KRW", "one/x/USD", "one/y/KRW"])
            #expect(try await names { $0.assets = [Glob("USD")] } == ["one/x/USD"])
            #expect(try await names { $0.kinds = [.points] } == ["one/x/KRW"])
            #expect(try await names { $0.sources = [Glob("gone")] } == [])
        }
    }

    @Test func `what left the lists is shown to whoever asks for all`() async throws {
        let source = ScriptedSource(.reading(.won(["old": 5, "new": 5])), .reading(.won(["new": 5])))
        let configuration = EngineConfiguration.test(
            .polled("shop", source) { $0.every = .seconds(86_400) }, .polled("gone", ScriptedSource(.won(3))))
        try await World().run(configuration) { running in
            await running.pass(.seconds(10))
            try await running.reload(.test(.polled("shop", source) { $0.every = .seconds(86_400) }))
            #expect(try await running.balances().keys.sorted() == ["shop/new", "shop/old"])
            await running.leap(.seconds(86_400))
            await running.pass(.seconds(10))
            #expect(try await running.balances() == ["shop/new": .won(5), "shop/old": .won(0)])
            await running.leap(.seconds(91 * 86_400))
            #expect(try await running.balances() == ["shop/new": .won(5)])
            var all = HoldingFilter()
            all.includesUnlisted = true
            let page = try await running.engine.questions.holdings(all, page: PageRequest())
            #expect(page.items.map(\.holding.id.name) == ["gone/card", "shop/new", "shop/old"])
        }
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func `the pages of a list are all of it, each once`(limit: Int) async throws {
        let accounts = Dictionary(uniqueKeysWithValues: (0..<7).map { ("a\($0)", Int128($0)) })
        let configuration = EngineConfiguration.test(
            .polled("one", ScriptedSource(.reading(.won(accounts)))),
            .polled("two", ScriptedSource(.reading(.won(accounts)))),
            rules: [.below(3), .below(5, name: "more") { $0.sustained = .seconds(600) }, .stale(.seconds(600))])
        try await World().run(configuration) { running in
            await running.pass(.seconds(10))
            let questions = running.engine.questions
            let holdings = try await pages(of: limit) { try await questions.holdings(HoldingFilter(), page: $0) }
            #expect(holdings.map(\.holding.id).count == 14)
            #expect(Set(holdings.map(\.holding.id)).count == 14)
            for (firing, pending, count) in [(true, true, 16), (true, false, 6), (false, true, 10), (false, false, 0)] {
                let alerts = try await pages(of: limit) {
                    try await questions.alerts(firing: firing, pending: pending, page: $0)
                }
                #expect(alerts.count == count)
                let keys = alerts.map { AlertKey(rule: $0.rule.name, subject: $0.subject) }
                #expect(keys == keys.sorted())
                #expect(Set(keys).count == count)
            }
        }
    }

    /// All items; every page but the last is full.
    private func pages<Item>(
        of limit: Int, _ ask: (PageRequest) async throws -> ReportPage<Item>
    ) async throws -> [Item] {
        var request = PageRequest(limit: limit)
        var items: [Item] = []
        repeat {
            let page = try await ask(request)
            #expect(page.next == nil || page.items.count == limit)
            items += page.items
            request.after = page.next
        } while request.after != nil
        return items
    }

    @Test func `an alert is told with its value, its limit and whether it is frozen`() async throws {
        let source = ScriptedSource(.won(2500), .fails(.unreachable))
        let rules: [AlertRule] = [.below(3000), .stale(.seconds(60))]
        try await World().run(.test(.polled("tmoney", source), rules: rules)) { running in
            await running.pass(.seconds(10))
            func alerts() async throws -> [AlertReport] {
                try await running.engine.questions.alerts(firing: true, pending: true, page: PageRequest()).items
            }
            let fresh = try #require(try await alerts().first)
            #expect(fresh.value == .won(2500))
            #expect(fresh.limit == .won(3000))
            #expect(!fresh.isFrozen)
            await running.pass(.seconds(600))
            let later = try await alerts()
            #expect(later.map(\.rule.name) == ["low", "stale"])
            #expect(later.map(\.isFrozen) == [true, false])
            #expect(later.map(\.value) == [.won(2500), nil])
        }
    }

    @Test func `every rule tells why it does what it does`() async throws {
        let source = ScriptedSource(.reading(.won(["a": 2500, "b": 9000])))
        let rules: [AlertRule] = [
            .below(3000), .below(1, name: "never"), .below(9999, name: "soon") { $0.sustained = .seconds(600) },
            AlertRule(name: "nothing", selection: Selection(accounts: [Glob("z")]), condition: .below(.won(1))),
        ]
        try await World().run(.test(.polled("tmoney", source), rules: rules)) { running in
            await running.pass(.seconds(10))
            let reports = try await running.engine.questions.rules()
            #expect(reports.map(\.rule.name) == ["low", "never", "nothing", "soon"])
            #expect(reports.map(\.decision.word) == [.firing, .inactive, .inactive, .pending])
            #expect(
                reports.map { $0.decision.reasons.map(\.code) }
                    == [[.firing, .notMet], [.notMet, .notMet], [.noMatch], [.counting, .counting]])
            let low = try await running.engine.questions.rule("low")
            #expect(low.decision == reports[0].decision)
            #expect(low.decision.reasons[0].value == "2500 KRW")
            #expect(low.decision.reasons[0].limit == "3000 KRW")
        }
    }

    @Test func `smaller holdings than a rule asks for are left out, and told so`() async throws {
        let rule = AlertRule.below(3000) { $0.atLeast = .won(100) }
        let source = ScriptedSource(.reading(.won(["small": 99, "enough": 100])))
        try await World().run(.test(.polled("tmoney", source), rules: [rule])) { running in
            await running.pass(.seconds(10))
            let events = try await running.events().filter { $0.type == .alertFiring }
            #expect(events.map(\.account) == ["enough"])
            let reasons = try await running.engine.questions.rule("low").decision.reasons
            #expect(reasons.map(\.code) == [.firing, .tooSmall])
            source.answer(.reading(.won(["small": 99, "enough": 99])))
            await running.pass(.seconds(60))
            #expect(try await running.eventTypes().last == .alertWithdrawn)
        }
    }

    @Test func `a holding that an incomplete reading does not list is unknown, and says nothing`() async throws {
        let source = ScriptedSource(
            .reading(.won(["a": 2500, "b": 1], .partial)), .reading(.won(["a": 2500], .partial)))
        let stale = AlertRule(
            name: "b", selection: Selection(accounts: [Glob("b")]), condition: .staleFor(.seconds(120)))
        try await World().run(.test(.polled("shop", source), rules: [.below(3000), stale])) { running in
            await running.pass(.seconds(70))
            let page = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest())
            #expect(page.items.map(\.freshness) == [.fresh, .unknown])
            #expect(try await running.eventTypes().filter { $0 == .alertResolved } == [])
            await running.pass(.seconds(120))
            source.answer(.fails(.unreachable))
            await running.pass(.seconds(300))
            // The rule about the source still selects it by that account.
            #expect(try await running.events().last?.rule == "b")
        }
    }

    @Test func `events are found by number, time and type`() async throws {
        let source = ScriptedSource(.won(2000), .won(9000))
        try await World().run(.test(.polled("tmoney", source), rules: [.below(3000)])) { running async throws in
            await running.pass(.seconds(100))
            func types(_ query: EventQuery, limit: Int = 100) async throws -> [EventType] {
                try await running.engine.questions.events(query, limit: limit).map(\.draft.type)
            }
            let all: [EventType] = [.daemonStarted, .configLoaded, .alertFiring, .alertResolved]
            #expect(try await types(EventQuery()) == all)
            #expect(try await types(EventQuery(after: 2)) == Array(all.suffix(2)))
            #expect(try await types(EventQuery(), limit: 3) == Array(all.prefix(3)))
            #expect(try await types(EventQuery(since: .after(.seconds(3)))) == [.alertResolved])
            #expect(try await types(EventQuery(types: [Glob("alert.*")])) == Array(all.suffix(2)))
            #expect(try await types(EventQuery(after: 3, types: [Glob("alert.f*"), Glob("daemon.*")])) == [])
            #expect(try await types(EventQuery(types: [Glob("cashout.*")])) == [])
        }
    }
}
