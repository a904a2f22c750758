import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct ScheduleTests {
    @Test func `a source that was never read is read within five seconds of the start, and of a reload`() async throws {
        let (first, second) = (ScriptedSource(.won(1)), ScriptedSource(.won(1)))
        try await World().run(.test(.polled("first", first))) { running in
            await running.pass(.seconds(5))
            #expect(first.readCount == 1)
            try await running.reload(.test(.polled("first", first), .polled("second", second)))
            await running.pass(.seconds(5))
            #expect(second.readCount == 1)
            #expect(first.readCount == 1)
        }
    }

    @Test func `the schedule is kept over a restart`() async throws {
        let source = ScriptedSource(.won(1))
        let world = try World()
        let configuration = EngineConfiguration.test(.polled("tmoney", source) { $0.every = .seconds(3600) })
        try await world.run(configuration) { await $0.pass(.seconds(600)) }
        try await world.run(configuration, until: .crashed) { await $0.pass(.seconds(600)) }
        try await world.run(configuration) { running async throws in
            #expect(try await running.engine.questions.source("tmoney").nextPoll == .after(.seconds(3602)))
            await running.pass(.seconds(2401))
            #expect(source.readCount == 1)
            await running.pass(.seconds(1))
            #expect(source.readCount == 2)
        }
    }

    @Test func `a source that became due while nothing ran is read once`() async throws {
        let source = ScriptedSource(.won(1))
        let world = try World()
        let configuration = EngineConfiguration.test(.polled("tmoney", source))
        try await world.run(configuration) { await $0.pass(.seconds(30)) }
        world.time.advance(by: .seconds(3600))
        try await world.run(configuration) { running in
            await running.pass(.seconds(30))
            #expect(source.readCount == 2)
            await running.pass(.seconds(60))
            #expect(source.readCount == 3)
        }
    }

    @Test func `after the machine slept, a source is read once`() async throws {
        let source = ScriptedSource(.won(1))
        try await World().run(.test(.polled("tmoney", source))) { running in
            await running.pass(.seconds(30))
            await running.leap(.seconds(36_000))
            await running.pass(.seconds(30))
            #expect(source.readCount == 2)
        }
    }

    @Test func `a shorter interval counts at once, a longer one after the next poll`() async throws {
        let source = ScriptedSource(.won(1))
        func configuration(every seconds: Int) -> EngineConfiguration {
            .test(.polled("tmoney", source) { $0.every = .seconds(seconds) })
        }
        try await World().run(configuration(every: 36_000)) { running in
            await running.pass(.seconds(100))
            #expect(source.readCount == 1)
            try await running.reload(configuration(every: 60))
            await running.pass(.seconds(60))
            #expect(source.readCount == 2)
            try await running.reload(configuration(every: 3600))
            #expect(try await running.engine.questions.source("tmoney").nextPoll == .after(.seconds(220)))
            await running.pass(.seconds(61))
            #expect(source.readCount == 3)
            await running.pass(.seconds(3000))
            #expect(source.readCount == 3)
        }
    }

    @Test func `a reload without an edit moves no poll, not even of a source that is being read`() async throws {
        let gate = Gate()
        let (idle, busy) = (ScriptedSource(.won(1)), ScriptedSource(.late(.won(1), gate), .won(1)))
        let configuration = EngineConfiguration.test(.polled("idle", idle), .polled("busy", busy))
        try await World().run(configuration) { running in
            await running.pass(.seconds(5))
            try await running.reload(configuration)
            gate.open()
            await running.pass(.seconds(56))
            #expect([idle.readCount, busy.readCount] == [1, 1])
            await running.pass(.seconds(2))
            #expect([idle.readCount, busy.readCount] == [2, 2])
        }
    }

    @Test func `of a source that is edited while it is read, what the old definition brings is not recorded`()
        async throws
    {
        let gate = Gate()
        let (old, new) = (ScriptedSource(.late(.won(1), gate)), ScriptedSource(.won(2)))
        try await World().run(.test(.polled("shop", old))) { running in
            await running.pass(.seconds(5))
            try await running.reload(.test(.polled("shop", new, fingerprint: 2)))
            gate.open()
            await running.pass(.seconds(5))
            let holdings = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest())
            #expect(holdings.items.map(\.holding.balance.available) == [.won(2)])
            #expect([old.readCount, new.readCount] == [1, 1])
            #expect(try await running.eventTypes().filter { $0 == .sourceFailing } == [])
        }
    }

    @Test func `an edit ends a read that hangs`() async throws {
        let (old, new) = (ScriptedSource(.hangs), ScriptedSource(.won(2)))
        try await World().run(.test(.polled("shop", old) { $0.timeout = .seconds(600) })) { running in
            await running.pass(.seconds(5))
            try await running.reload(.test(.polled("shop", new, fingerprint: 2)))
            #expect(!old.isBeingRead)
            await running.pass(.seconds(5))
            #expect(new.readCount == 1)
        }
    }

    @Test func `a source that is removed and comes back is read again, also where it needed attention`() async throws {
        let source = ScriptedSource(.fails(.misconfigured))
        try await World().run(.test(.polled("shop", source))) { running in
            await running.pass(.seconds(5))
            try await running.reload(.test())
            await running.pass(.seconds(600))
            #expect(source.readCount == 1)
            source.answer(.won(1))
            try await running.reload(.test(.polled("shop", source)))
            await running.pass(.seconds(5))
            #expect(source.readCount == 2)
            #expect(try await running.engine.questions.source("shop").state == .ok)
        }
    }
}
