import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

/// What time alone makes true.
@Suite(.timeLimit(.minutes(1)))
struct AlertTimerTests {
    private func fired(_ running: RunningEngine) async throws -> [EventDraft] {
        try await running.events().filter { $0.type == .alertFiring }
    }

    @Test func `a condition that holds long enough fires by time, without a further reading`() async throws {
        let source = WatchedSource.polled("tmoney", ScriptedSource(.won(2500))) { settings in
            settings.every = .seconds(3600)
            settings.staleAfter = .seconds(7200)
        }
        try await World().run(.test(source, rules: [.below(3000) { $0.sustained = .seconds(600) }])) {
            running async throws in
            await running.pass(.seconds(601))
            #expect(try await fired(running) == [])
            #expect(try await running.engine.questions.status().alertsPending == 1)
            await running.pass(.seconds(1))
            #expect(try await fired(running).map(\.at) == [.after(.seconds(602))])
            #expect(try await running.engine.questions.status().alertsFiring == 1)
        }
    }

    @Test func `only the time at which the balance was fresh is counted`() async throws {
        let source = ScriptedSource(.won(2500), .fails(.unreachable))
        let rule = AlertRule.below(3000) { $0.sustained = .seconds(600) }
        try await World().run(.test(.polled("tmoney", source), rules: [rule])) { running in
            // Fresh for three minutes, then stale.
            await running.pass(.seconds(900))
            source.answer(.won(2500))
            try await running.engine.commands.poll("tmoney")
            await running.pass(.seconds(419))
            #expect(try await fired(running) == [])
            await running.pass(.seconds(1))
            #expect(try await fired(running).map(\.at) == [.after(.seconds(900 + 420))])
        }
    }

    @Test func `a reading that does not satisfy the condition starts the count anew`() async throws {
        let source = ScriptedSource(.won(2500))
        let rule = AlertRule.below(3000) { $0.sustained = .seconds(600) }
        try await World().run(.test(.polled("tmoney", source), rules: [rule])) { running async throws in
            await running.pass(.seconds(540))
            source.answer(.won(3000), .won(2500))
            await running.pass(.seconds(60))
            #expect(try await running.engine.questions.status().alertsPending == 0)
            await running.pass(.seconds(601))
            #expect(try await fired(running) == [])
            await running.pass(.seconds(1))
            #expect(try await fired(running).map(\.at) == [.after(.seconds(602 + 600))])
        }
    }

    @Test func `a source that is not read for long enough fires, once, and resolves when it is read`() async throws {
        let source = ScriptedSource(.won(1), .fails(.unreachable))
        try await World().run(.test(.polled("shop", source), rules: [.stale(.seconds(300))])) { running in
            await running.pass(.seconds(301))
            #expect(try await fired(running) == [])
            await running.pass(.seconds(1))
            let event = try #require(try await fired(running).first)
            #expect(event.at == .after(.seconds(302)))
            #expect(event.source == "shop")
            #expect(event.account == nil)
            await running.pass(.seconds(1800))
            #expect(try await fired(running).count == 1)
            source.answer(.won(1))
            await running.pass(.seconds(900))
            #expect(try await running.eventTypes().count { $0 == .alertResolved } == 1)
        }
    }

    @Test func `a source that was never read counts from when it was configured`() async throws {
        let source = ScriptedSource(.fails(.unreachable))
        try await World().run(.test(.polled("shop", source), rules: [.stale(.seconds(300))])) { running async throws in
            await running.pass(.seconds(400))
            #expect(try await fired(running).map(\.at) == [.after(.seconds(300))])
        }
    }

    @Test func `a balance that does not change for long enough fires by time`() async throws {
        let source = ScriptedSource(.won(500))
        try await World().run(.test(.polled("points", source), rules: [.idle(.seconds(1200))])) {
            running async throws in
            await running.pass(.seconds(1201))
            #expect(try await fired(running) == [])
            await running.pass(.seconds(1))
            #expect(try await fired(running).map(\.at) == [.after(.seconds(1202))])
            source.answer(.won(400))
            await running.pass(.seconds(60))
            #expect(try await running.eventTypes().last == .alertResolved)
        }
    }

    @Test func `a repeat comes when it is due, until somebody takes note`() async throws {
        let rule = AlertRule.below(3000) { $0.renotify = .seconds(600) }
        let configuration = EngineConfiguration.test(.polled("tmoney", ScriptedSource(.won(1))), rules: [rule])
        try await World().run(configuration) { running in
            await running.pass(.seconds(1300))
            let repeats = try await running.events().filter { $0.type == .alertRepeated }
            #expect(repeats.map(\.at) == [.after(.seconds(602)), .after(.seconds(1202))])
            let alert = try await running.engine.questions.alerts(firing: true, pending: true, page: PageRequest())
            _ = try await running.engine.commands.acknowledge(try #require(alert.items.first?.state.id), by: "alice")
            await running.pass(.seconds(1800))
            #expect(try await running.events().filter { $0.type == .alertRepeated }.count == 2)
        }
    }

    @Test func `repeats that were missed are one`() async throws {
        let rule = AlertRule.below(3000) { $0.renotify = .seconds(600) }
        let world = try World()
        let configuration = EngineConfiguration.test(.polled("tmoney", ScriptedSource(.won(1))), rules: [rule])
        try await world.run(configuration) { await $0.pass(.seconds(10)) }
        world.time.advance(by: .seconds(7200))
        try await world.run(configuration) { running in
            await running.pass(.seconds(10))
            await running.leap(.seconds(7200))
            await running.pass(.seconds(60))
            let repeats = try await running.events().filter { $0.type == .alertRepeated }
            #expect(repeats.map(\.at) == [.after(.seconds(7212)), .after(.seconds(14_420))])
        }
    }

    @Test func `many alerts that are due together fire together`() async throws {
        let accounts = Dictionary(uniqueKeysWithValues: (0..<600).map { ("a\($0)", Int128(1)) })
        let rule = AlertRule.below(3000) { $0.sustained = .seconds(90) }
        let source = WatchedSource.polled("shop", ScriptedSource(.reading(.won(accounts))))
        try await World().run(.test(source, rules: [rule])) { running in
            await running.pass(.seconds(92))
            let counts = try await running.engine.questions.status()
            #expect(counts.alertsFiring == 600)
            #expect(try await fired(running).allSatisfy { $0.at == .after(.seconds(92)) })
        }
    }

    @Test func `the loop turns when something moved and each five seconds, no more`() async throws {
        let rules: [AlertRule] = [
            .below(3000) { $0.sustained = .seconds(200) }, .idle(.seconds(300)), .stale(.seconds(120)),
            .below(3000, name: "again") { $0.renotify = .seconds(60) },
        ]
        let source = ScriptedSource(.won(1), .won(2), .fails(.unreachable))
        try await World().run(.test(.polled("tmoney", source), .manual("cards"), rules: rules)) { running in
            let before = running.turns.value
            await running.pass(.seconds(600))
            #expect(running.turns.value - before < 600 / 5 + 60)
        }
    }

    @Test func `an alert whose holding is not known any more does not keep the loop busy`() async throws {
        let rule = AlertRule.below(3000) { $0.renotify = .seconds(60) }
        try await World().run(.test(.polled("tmoney", ScriptedSource(.won(1))), rules: [rule])) { running in
            await running.pass(.seconds(10))
            try await running.execute("UPDATE alert_state SET account = 'gone'")
            await running.pass(.seconds(50))
            let before = running.turns.value
            await running.pass(.seconds(60))
            #expect(running.turns.value - before < 20)
        }
    }
}

extension AlertState {
    /// Of one that fires.
    var id: String? {
        switch self {
        case .inactive, .pending: nil
        case .firing(let firing): firing.id
        }
    }
}
