import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

/// The clock jumps: it is told, and nothing comes from the jump itself.
@Suite(.timeLimit(.minutes(1)))
struct ClockStepTests {
    private let source = ScriptedSource(.won(2500))
    private let rules: [AlertRule] = [
        .below(3000) { $0.sustained = .seconds(1200) }, .idle(.seconds(1800)), .stale(.seconds(1800)),
    ]

    private var configuration: EngineConfiguration { .test(.polled("tmoney", source), rules: rules) }

    private func told(_ running: RunningEngine) async throws -> [EventDraft] {
        Array(try await running.events().dropFirst(2))
    }

    @Test(arguments: [86_400, -86_400, 400, -3, -3600])
    func `a step is announced, and no alert comes of it`(seconds: Int) async throws {
        try await World().run(configuration) { running in
            await running.pass(.seconds(20))
            running.time.step(by: .seconds(seconds))
            await running.pass(.seconds(60))
            let event = try #require(try await told(running).first)
            #expect(event.type == .daemonClockStep)
            let direction = seconds < 0 ? "back" : "forward"
            #expect(event.message == "The clock was set \(direction) by \(Duration.seconds(abs(seconds)).wording).")
            await running.pass(.seconds(240))
            #expect(try await told(running).map(\.type).filter { $0 != .alertFiring } == [.daemonClockStep])
            #expect(try await told(running).filter { $0.rule != "idle" }.count == 1)
            // It goes on reading each minute.
            #expect((5...7).contains(source.readCount))
            #expect(try await running.engine.questions.source("tmoney").state == .ok)
        }
    }

    @Test(arguments: [1, -1, 299])
    func `what a time service corrects is not told`(seconds: Int) async throws {
        try await World().run(configuration) { running async throws in
            await running.pass(.seconds(20))
            running.time.step(by: .seconds(seconds))
            await running.pass(.seconds(60))
            #expect(try await told(running) == [])
        }
    }

    @Test func `the jump counts for no condition`() async throws {
        try await World().run(configuration) { running in
            await running.pass(.seconds(602))
            running.time.step(by: .seconds(3000))
            await running.pass(.seconds(590))
            let types = try await told(running).filter { $0.rule == "low" }
            #expect(types == [])
            // The balance was not fresh until the clock was looked at and the source read again.
            await running.pass(.seconds(60))
            #expect(try await told(running).filter { $0.rule == "low" }.count == 1)
        }
    }

    @Test func `a clock that was set back while nothing ran is told at the start`() async throws {
        let world = try World()
        try await world.run(configuration) { await $0.pass(.seconds(100)) }
        world.time.step(by: .seconds(-3600))
        try await world.run(configuration) { running in
            let events = try await running.events().suffix(3)
            #expect(events.map(\.type) == [.daemonStarted, .daemonClockStep, .configLoaded])
            #expect(events.map(\.message)[1] == "The clock was set back by 1h.")
            await running.pass(.seconds(300))
            #expect((6...8).contains(source.readCount))
            #expect(try await running.events().allSatisfy { $0.rule == nil })
        }
    }

    @Test func `a step that cannot be stored is told later`() async throws {
        try await World().run(configuration) { running in
            await running.pass(.seconds(20))
            try await Disk(running: running).fill()
            running.time.step(by: .seconds(-3600))
            await running.pass(.seconds(30))
            try await Disk(running: running).empty()
            await running.pass(.seconds(30))
            #expect(try await told(running).map(\.type).contains(.daemonClockStep))
        }
    }

    @Test func `a process that was stopped between two looks at the clocks sees no step`() {
        let time = VirtualTime()
        let stops = Counter()
        // Each third look at the boot clock comes after a minute.
        let clock = EngineClock(
            now: { time.now },
            sinceBoot: {
                stops.increase()
                if stops.value.isMultiple(of: 3) { time.advance(by: .seconds(60)) }
                return time.sinceBoot
            }, sleep: { _ in })
        let timekeeper = Timekeeper(clock: clock)
        for _ in 0..<20 { _ = timekeeper.look() }
        #expect(timekeeper.stepsToAnnounce == [])
        #expect(timekeeper.look().observingSince == timekeeper.started)
    }
}
