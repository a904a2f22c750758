import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct DiskFullTests {
    @Test func `what is read meanwhile is held back, and recorded once there is room`() async throws {
        let (first, second) = (ScriptedSource(.won(9000)), ScriptedSource(.won(1)))
        let configuration = EngineConfiguration.test(
            .polled("first", first), .polled("second", second),
            rules: [.below(3000) { $0.selection.sources = [Glob("first")] }])
        try await World().run(configuration) { running in
            await running.pass(.seconds(5))
            try await Disk(running: running).fill()
            first.answer(.won(2000))
            await running.pass(.seconds(60))
            first.answer(.won(1900))
            await running.pass(.seconds(60))
            // It goes on watching, and says so.
            #expect([first.readCount, second.readCount] == [3, 3])
            #expect(try await running.engine.questions.status().condition == .degraded)
            #expect(try await running.balances() == ["first/card": .won(9000), "second/card": .won(1)])
            try await Disk(running: running).empty()
            await running.pass(.seconds(2))
            #expect(try await running.engine.questions.status().condition == .alertFiring)
            #expect(try await running.balances() == ["first/card": .won(1900), "second/card": .won(1)])
            let fired = try #require(try await running.events().last)
            #expect(fired.type == .alertFiring)
            #expect(fired.amount == .won(1900))
        }
    }

    @Test func `it is announced once without a number, and with one after the recovery`() async throws {
        let world = try World()
        try await world.run(.test(.polled("tmoney", ScriptedSource(.won(1))))) { running in
            await running.pass(.seconds(5))
            try await Disk(running: running).fill()
            await running.pass(.seconds(600))
            #expect(world.notifier.unstoredEvents.map(\.type) == [.daemonDegraded])
            #expect(world.notifier.unstoredEvents.map(\.reason) == ["no-space"])
            #expect(world.notifier.unstoredEvents.allSatisfy { !$0.message.contains("..") })
            #expect(!world.notifier.events.contains { $0.draft.type == .daemonDegraded })
            try await Disk(running: running).empty()
            await running.pass(.seconds(60))
            #expect(
                world.notifier.events.filter { $0.draft.type == .daemonDegraded }.map(\.draft)
                    == world.notifier.unstoredEvents)
            #expect(world.notifier.numbers == Array(1...running.lastEvent))
            // A second time is told again.
            try await running.execute("PRAGMA max_page_count = 1")
            await running.pass(.seconds(60))
            #expect(world.notifier.unstoredEvents.count == 2)
        }
    }

    @Test func `commands say that nothing can be stored, and reload leaves the old configuration in force`()
        async throws
    {
        let source = ScriptedSource(.won(5000))
        let before = EngineConfiguration.test(.polled("tmoney", source))
        try await World().run(before) { running in
            await running.pass(.seconds(5))
            try await Disk(running: running).fill()
            await #expect(throws: EngineError.self) { try await running.engine.commands.pause("tmoney") }
            await #expect(throws: (any Error).self) {
                try await running.reload(.test(.polled("other", ScriptedSource(.won(1))), rules: [.below(9000)]))
            }
            #expect(try await running.engine.questions.sources(PageRequest()).items.map(\.settings.name) == ["tmoney"])
            #expect(try await running.engine.questions.rules().isEmpty)
            try await Disk(running: running).empty()
            await running.pass(.seconds(120))
            #expect(source.readCount == 3)
            #expect(try await running.eventTypes().filter { $0 == .alertFiring } == [])
        }
    }

    @Test func `a write that nobody repeats leaves it degraded no longer than there is no room`() async throws {
        try await World().run(.test(.polled("tmoney", ScriptedSource(.won(5000))))) { running in
            await running.pass(.seconds(5))
            try await Disk(running: running).fill()
            await #expect(throws: EngineError.self) { try await running.engine.commands.pause("tmoney") }
            await running.pass(.seconds(10))
            #expect(try await running.engine.questions.status().condition == .degraded)
            try await Disk(running: running).empty()
            await running.pass(.seconds(10))
            #expect(try await running.engine.questions.status().condition == .ok)
            #expect(try await running.eventTypes().last == .daemonDegraded)
        }
    }

    @Test func `a refused credential is not tried again while that cannot be written down`() async throws {
        let source = ScriptedSource(.won(1))
        try await World().run(.test(.polled("bank", source))) { running in
            await running.pass(.seconds(5))
            try await Disk(running: running).fill()
            source.answer(.fails(.refusedCredential))
            await running.pass(.seconds(3600))
            #expect(source.readCount == 2)
            try await Disk(running: running).empty()
            await running.pass(.seconds(60))
            #expect(source.readCount == 2)
            #expect(try await running.engine.questions.source("bank").state == .needsAttention)
        }
    }

    @Test func `a source with a quota is not read while the read cannot be counted`() async throws {
        let source = ScriptedSource(.won(1))
        let bank = WatchedSource.polled("bank", source) { $0.quota = Quota(limit: 100, window: .seconds(3600)) }
        try await World().run(.test(bank)) { running in
            await running.pass(.seconds(5))
            try await Disk(running: running).fill()
            await running.pass(.seconds(600))
            #expect(source.readCount == 1)
            try await Disk(running: running).empty()
            await running.pass(.seconds(5))
            #expect(source.readCount == 2)
        }
    }

    @Test func `a held reading is not lost to a failure that follows it`() async throws {
        let source = ScriptedSource(.won(9000))
        try await World().run(.test(.polled("tmoney", source))) { running in
            await running.pass(.seconds(5))
            try await Disk(running: running).fill()
            source.answer(.won(4000), .fails(.unreachable))
            await running.pass(.seconds(150))
            #expect(source.readCount >= 3)
            try await Disk(running: running).empty()
            await running.pass(.seconds(2))
            #expect(try await running.balances() == ["tmoney/card": .won(4000)])
            let health = try await running.engine.questions.source("tmoney").health
            #expect(health.lastSuccess == .after(.seconds(62)))
            #expect(health.consecutiveFailures == 1)
        }
    }

    @Test func `a stop while the disk is full ends, and announces what was committed`() async throws {
        let world = try World()
        try await world.run(.test(.polled("tmoney", ScriptedSource(.won(1))))) { running in
            await running.pass(.seconds(5))
            try await Disk(running: running).fill()
            await running.pass(.seconds(100))
        }
        #expect(world.notifier.events.map(\.draft.type) == [.daemonStarted, .configLoaded])
    }
}
