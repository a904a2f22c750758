import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

/// What an edit of the configuration says, in which order.
@Suite(.timeLimit(.minutes(1)))
struct ReloadTests {
    private let source = ScriptedSource(.won(2500))

    private func configuration(_ rules: AlertRule...) -> EngineConfiguration {
        .test(.polled("tmoney", source), rules: rules)
    }

    /// Runs with `before` until the source was read once, loads `after`, and answers the events of that.
    private func events(
        from before: EngineConfiguration, to after: EngineConfiguration,
        _ between: (RunningEngine) async throws -> Void = { _ in }
    ) async throws -> [EventDraft] {
        var events: [EventDraft] = []
        try await World().run(before) { running in
            await running.pass(.seconds(10))
            try await between(running)
            let last = running.lastEvent
            try await running.reload(after)
            events = try await running.events(after: last)
        }
        return events
    }

    @Test func `without a change only the loading is told`() async throws {
        let same = configuration(.below(3000), .below(9000, name: "pending") { $0.sustained = .seconds(600) })
        #expect(try await events(from: same, to: same).map(\.type) == [.configLoaded])
    }

    @Test(arguments: [
        AlertRule.below(2600), .below(3000) { $0.clearAt = .won(4000) }, .below(3000) { $0.atLeast = .won(1) },
        .below(3000) { $0.selection.accounts = [Glob("card")] }, .below(3000) { $0.selection.kinds = [.prepaid] },
    ])
    func `an edited rule is superseded where it fires, and evaluated anew at once`(rule: AlertRule) async throws {
        let events = try await events(from: configuration(.below(3000)), to: configuration(rule))
        #expect(events.map(\.type) == [.alertSuperseded, .alertFiring, .configLoaded])
        #expect(Set(events.map(\.at)).count == 1)
    }

    @Test func `an edited rule that holds no longer only ends`() async throws {
        let events = try await events(from: configuration(.below(3000)), to: configuration(.below(2000)))
        #expect(events.map(\.type) == [.alertSuperseded, .configLoaded])
    }

    @Test func `an edited rule that must hold for a time begins to count`() async throws {
        let edited = AlertRule.below(3000) { $0.sustained = .seconds(600) }
        try await World().run(configuration(.below(3000))) { running in
            await running.pass(.seconds(10))
            try await running.reload(configuration(edited))
            await running.pass(.seconds(599))
            #expect(try await running.eventTypes().suffix(2) == [.alertSuperseded, .configLoaded])
            await running.pass(.seconds(1))
            #expect(try await running.eventTypes().last == .alertFiring)
        }
    }

    @Test func `an edited rule that was pending ends quietly, and counts anew`() async throws {
        let before = AlertRule.below(3000) { $0.sustained = .seconds(600) }
        let after = AlertRule.below(3000) { $0.sustained = .seconds(300) }
        try await World().run(configuration(before)) { running in
            await running.pass(.seconds(400))
            try await running.reload(configuration(after))
            #expect(try await running.eventTypes().last == .configLoaded)
            await running.pass(.seconds(299))
            #expect(try await running.eventTypes().last == .configLoaded)
            await running.pass(.seconds(1))
            #expect(try await running.eventTypes().last == .alertFiring)
        }
    }

    @Test func `a removed rule is withdrawn where it fires, and quiet where it counts`() async throws {
        let pending = AlertRule.below(9000, name: "pending") { $0.sustained = .seconds(600) }
        let events = try await events(from: configuration(.below(3000), pending), to: configuration())
        #expect(events.map(\.type) == [.alertWithdrawn, .configLoaded])
        #expect(events[0].rule == "low")
        #expect(events[0].reason == "rule-removed")
        #expect(events[0].severity == .warning)
    }

    @Test func `a renamed rule is withdrawn, and fires under its new name`() async throws {
        let events = try await events(from: configuration(.below(3000)), to: configuration(.below(3000, name: "new")))
        #expect(events.map(\.type) == [.alertWithdrawn, .alertFiring, .configLoaded])
        #expect(events.map(\.rule) == ["low", "new", nil])
    }

    @Test(arguments: [
        AlertRule.below(3000) { $0.selection.sources = [Glob("other*")] },
        .below(3000) { $0.selection.accounts = [Glob("x*")] }, .below(3000) { $0.selection.kinds = [.bank] },
    ])
    func `a rule that no longer selects the holding is withdrawn`(rule: AlertRule) async throws {
        let events = try await events(from: configuration(.below(3000)), to: configuration(rule))
        #expect(events.map(\.type) == [.alertWithdrawn, .configLoaded])
    }

    @Test func `a removed source takes its alerts with it`() async throws {
        let rules: [AlertRule] = [.below(3000), .stale(.seconds(5))]
        let before = EngineConfiguration.test(
            .polled("tmoney", source), .polled("shop", ScriptedSource(.fails(.unreachable))), rules: rules)
        let events = try await events(from: before, to: .test(rules: rules))
        #expect(events.map(\.type) == [.alertWithdrawn, .alertWithdrawn, .alertWithdrawn, .configLoaded])
        #expect(events.map(\.source) == ["tmoney", "shop", "tmoney", nil])
        #expect(events.prefix(3).allSatisfy { $0.reason == "source-removed" })
    }

    @Test func `severity and repeats are taken over in place`() async throws {
        let edited = AlertRule.below(3000) { rule in
            rule.severity = .critical
            rule.renotify = .seconds(600)
        }
        try await World().run(configuration(.below(3000))) { running in
            await running.pass(.seconds(10))
            try await running.reload(configuration(edited))
            #expect(try await running.eventTypes().suffix(2) == [.alertFiring, .configLoaded])
            await running.pass(.seconds(600))
            let repeated = try #require(try await running.events().last)
            #expect(repeated.type == .alertRepeated)
            #expect(repeated.at == .after(.seconds(602)))
            #expect(repeated.severity == .critical)
        }
    }

    @Test func `a new rule speaks at once on a fresh balance, and waits for a reading of a stale one`() async throws {
        try await World().run(configuration()) { running in
            await running.pass(.seconds(10))
            source.answer(.hangs)
            try await running.reload(configuration(.below(3000)))
            #expect(try await running.eventTypes().suffix(2) == [.alertFiring, .configLoaded])
            await running.pass(.seconds(300))
            try await running.reload(configuration(.below(3000), .below(2800, name: "second")))
            #expect(try await running.eventTypes().last == .configLoaded)
            source.answer(.won(2500))
            await running.pass(.seconds(120))
            #expect(try await running.events().last { $0.type == .alertFiring }?.rule == "second")
        }
    }

    @Test func `a source that comes back goes on with its history`() async throws {
        try await World().run(configuration(.below(3000))) { running async throws in
            await running.pass(.seconds(10))
            try await running.reload(.test())
            await running.pass(.seconds(10))
            #expect(try await running.balances() == [:])
            try await running.reload(configuration(.below(3000)))
            #expect(try await running.balances() == ["tmoney/card": .won(2500)])
            #expect(
                try await running.eventTypes().suffix(4)
                    == [.alertWithdrawn, .configLoaded, .alertFiring, .configLoaded])
        }
    }

    @Test func `changes made while nothing ran are told at the start`() async throws {
        let world = try World()
        try await world.run(configuration(.below(3000))) { await $0.pass(.seconds(10)) }
        try await world.run(configuration(.below(2800))) { running in
            let types = try await running.eventTypes()
            #expect(types.suffix(4) == [.daemonStarted, .alertSuperseded, .alertFiring, .configLoaded])
        }
    }

    @Test func `a refused configuration is told, and the one in force stays`() async throws {
        try await World().run(configuration()) { running in
            await running.pass(.seconds(10))
            try await running.engine.reject("/test.toml", faults: ["/test.toml:1:1: no", "/test.toml:2:1: neither"])
            let event = try #require(try await running.events().last)
            #expect(event.type == .configRejected)
            #expect(event.message.contains("/test.toml:1:1: no (and 1 more)"))
            await running.pass(.seconds(60))
            #expect(source.readCount == 2)
        }
    }

    @Test func `of two that come at once the one that was committed last is in force`() async throws {
        try await World().run(configuration()) { running in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    let next = EngineConfiguration.test(.polled("s\(number)", source), .polled("tmoney", source))
                    group.addTask { try await running.engine.reload(next) }
                }
                try await group.waitForAll()
            }
            source.answer(.won(1))
            await running.pass(.seconds(300))
            let names = try await running.engine.questions.sources(PageRequest()).items.map(\.settings.name)
            let read = try await running.balances().keys
            #expect(read.sorted() == names.map { "\($0)/card" }.sorted())
        }
    }
}
