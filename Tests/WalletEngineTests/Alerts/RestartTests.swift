import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

/// Alerts go on after a restart as if nothing had been between, except that nothing was observed.
@Suite(.timeLimit(.minutes(1)))
struct RestartTests {
    private let source = ScriptedSource(.won(2500))

    private func alerts(_ running: RunningEngine) async throws -> [EventDraft] {
        try await running.events().filter { $0.rule != nil }
    }

    /// Runs for the first stretch, is down for the second, and asks `body` after that.
    private func restart(
        _ rule: AlertRule, after first: Duration, downFor second: Duration, _ end: World.End = .stopped,
        _ body: (RunningEngine) async throws -> Void
    ) async throws {
        let world = try World()
        let configuration = EngineConfiguration.test(.polled("tmoney", source), rules: [rule])
        try await world.run(configuration, until: end) { await $0.pass(first) }
        world.time.advance(by: second)
        try await world.run(configuration, body)
    }

    @Test(arguments: [World.End.stopped, .crashed])
    func `a count goes on where it was; downtime is not counted`(end: World.End) async throws {
        let rule = AlertRule.below(3000) { $0.sustained = .seconds(600) }
        // Five minutes are counted at the reading after 302 s. The balance is stale when the engine starts again.
        try await restart(rule, after: .seconds(302), downFor: .seconds(3600), end) { running async throws in
            await running.pass(.seconds(301))
            #expect(try await alerts(running) == [])
            await running.pass(.seconds(1))
            #expect(try await alerts(running).map(\.at) == [.after(.seconds(302 + 3600 + 2 + 300))])
        }
    }

    @Test func `a count goes on at once where the balance is still fresh`() async throws {
        let rule = AlertRule.below(3000) { $0.sustained = .seconds(600) }
        try await restart(rule, after: .seconds(302), downFor: .seconds(100)) { running async throws in
            await running.pass(.seconds(301))
            #expect(try await alerts(running).map(\.at) == [.after(.seconds(402 + 300))])
        }
    }

    @Test(arguments: [World.End.stopped, .crashed])
    func `an alert that fires does so once, and resolves when that is read`(end: World.End) async throws {
        try await restart(.below(3000), after: .seconds(10), downFor: .seconds(3600), end) { running async throws in
            await running.pass(.seconds(120))
            #expect(try await alerts(running).map(\.type) == [.alertFiring])
            source.answer(.won(9000))
            await running.pass(.seconds(60))
            #expect(try await alerts(running).map(\.type) == [.alertFiring, .alertResolved])
        }
    }

    @Test func `what became true while nothing ran fires at the first reading`() async throws {
        source.answer(.won(9000))
        try await restart(.below(3000), after: .seconds(10), downFor: .seconds(60)) { running async throws in
            source.answer(.won(2000))
            await running.pass(.seconds(5))
            #expect(try await alerts(running).map(\.at) == [.after(.seconds(72))])
        }
    }

    @Test func `an acknowledgement lasts`() async throws {
        let world = try World()
        let rule = AlertRule.below(3000) { $0.renotify = .seconds(60) }
        let configuration = EngineConfiguration.test(.polled("tmoney", source), rules: [rule])
        try await world.run(configuration) { running in
            await running.pass(.seconds(10))
            let alert = try await running.engine.questions.alerts(firing: true, pending: false, page: PageRequest())
            _ = try await running.engine.commands.acknowledge(try #require(alert.items.first?.state.id), by: "alice")
        }
        try await world.run(configuration) { running async throws in
            await running.pass(.seconds(600))
            #expect(try await alerts(running).map(\.type) == [.alertFiring])
        }
    }

    @Test func `time without a reading includes downtime, and waits for one failed try`() async throws {
        try await restart(.stale(.seconds(1800)), after: .seconds(10), downFor: .seconds(3600)) {
            running async throws in
            source.answer(.fails(.unreachable))
            await running.pass(.seconds(1))
            #expect(try await alerts(running) == [])
            await running.pass(.seconds(1))
            #expect(try await alerts(running).map(\.at) == [.after(.seconds(3612))])
        }
    }

    @Test func `a source that can be read after the downtime was not stale`() async throws {
        try await restart(.stale(.seconds(1800)), after: .seconds(10), downFor: .seconds(3600)) {
            running async throws in
            await running.pass(.seconds(600))
            #expect(try await alerts(running) == [])
        }
    }

    @Test func `idle time includes downtime, and waits for a reading`() async throws {
        try await restart(.idle(.seconds(1800)), after: .seconds(10), downFor: .seconds(3600)) { running async throws in
            await running.pass(.seconds(1))
            #expect(try await alerts(running) == [])
            await running.pass(.seconds(1))
            #expect(try await alerts(running).map(\.at) == [.after(.seconds(3612))])
        }
    }
}
