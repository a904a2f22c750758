import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

/// One bad neighbour stops nobody else.
@Suite(.timeLimit(.minutes(1)))
struct DeadlineTests {
    @Test func `a source that hangs fails at its deadline, and the others go on`() async throws {
        let (hung, well) = (ScriptedSource(.hangs), ScriptedSource(.won(1)))
        try await World().run(.test(.polled("hung", hung), .polled("well", well))) { running in
            await running.pass(.seconds(14))
            #expect(hung.isBeingRead)
            #expect(well.readCount == 1)
            await running.pass(.seconds(1))
            #expect(!hung.isBeingRead)
            let report = try await running.engine.questions.source("hung")
            #expect(report.state == .failing)
            #expect(report.health.lastFailure?.reason == .timeout)
            #expect(report.health.lastFailure?.message == "no answer within 10s")
            await running.pass(.seconds(55))
            #expect(well.readCount == 2)
        }
    }

    @Test func `an adapter that says by itself that it waited too long is believed`() async throws {
        let source = ScriptedSource(.fails(.timeout))
        try await World().run(.test(.polled("slow", source))) { running in
            await running.pass(.seconds(5))
            let report = try await running.engine.questions.source("slow")
            #expect(report.health.lastFailure?.message == "it went wrong")
        }
    }

    @Test func `a read that does not end when it is cancelled is told as failed, and not begun a second time`()
        async throws
    {
        let gate = Gate()
        let source = ScriptedSource(.late(.won(5), gate), .won(7))
        try await World().run(.test(.polled("stubborn", source))) { running in
            await running.pass(.seconds(3600))
            #expect(source.readCount == 1)
            #expect(try await running.engine.questions.source("stubborn").health.lastFailure?.reason == .timeout)
            gate.open()
            await running.settle()
            #expect(source.readCount == 2)
            #expect(source.simultaneousMost == 1)
            let holdings = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest())
            #expect(holdings.items.map(\.holding.balance.available) == [.won(7)])
        }
    }

    @Test func `sources that hang hold up their own host only`() async throws {
        let hung = (0..<6).map { _ in ScriptedSource(.hangs) }
        let well = ScriptedSource(.won(1))
        let sources = hung.enumerated().map { number, source in
            WatchedSource.polled("hung\(number)", source) { $0.host = "h" }
        }
        try await World().run(.test(sources + [.polled("well", well) { $0.host = "i" }])) { running in
            await running.pass(.seconds(10))
            #expect(hung.count { $0.isBeingRead } == PollQueue.perHostMax)
            await running.pass(.seconds(110))
            #expect(well.readCount == 2)
            #expect(hung.allSatisfy { $0.readCount >= 2 })
        }
    }

    @Test func `a place that becomes free is taken at once`() async throws {
        let gate = Gate()
        let sources = (0..<PollQueue.inFlightMax + 50).map { _ in ScriptedSource(.late(.won(1), gate)) }
        let configuration = EngineConfiguration.test(
            sources.enumerated().map { WatchedSource.polled("s\($0)", $1) })
        try await World().run(configuration) { running in
            await running.pass(.seconds(5))
            #expect(sources.count { $0.isBeingRead } == PollQueue.inFlightMax)
            gate.open()
            await running.settle()
            #expect(sources.allSatisfy { $0.readCount == 1 && !$0.isBeingRead })
        }
    }

    @Test func `a stop does not wait for a source that hangs, and keeps what others brought`() async throws {
        let world = try World()
        let (hung, well) = (ScriptedSource(.hangs), ScriptedSource(.won(1)))
        let configuration = EngineConfiguration.test(.polled("hung", hung), .polled("well", well))
        try await world.run(configuration) { running in
            await running.pass(.seconds(5))
            #expect(hung.isBeingRead)
        }
        let stopped = world.time.now
        hung.answer(.won(2))
        try await world.run(configuration) { running in
            #expect(world.time.now == stopped)
            #expect(try await running.engine.questions.source("well").health.lastSuccess == .after(.seconds(2)))
            // An interrupted read says nothing about the source.
            let report = try await running.engine.questions.source("hung")
            #expect(report.state == .neverRead)
            #expect(try await running.eventTypes().contains(.daemonStopping))
        }
    }
}
