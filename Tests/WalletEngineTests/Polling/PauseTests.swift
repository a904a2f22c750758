import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct PauseTests {
    @Test func `a paused source is not read until it is resumed, over a restart too`() async throws {
        let source = ScriptedSource(.won(1))
        let world = try World()
        let configuration = EngineConfiguration.test(.polled("tmoney", source))
        try await world.run(configuration) { running in
            await running.pass(.seconds(10))
            try await running.engine.commands.pause("tmoney")
            await running.pass(.seconds(600))
        }
        try await world.run(configuration) { running in
            await running.pass(.seconds(600))
            try await running.reload(configuration)
            await running.pass(.seconds(600))
            #expect(source.readCount == 1)
            let paused = try await running.engine.questions.source("tmoney")
            #expect(paused.state == .paused)
            #expect(paused.nextPoll == nil)
            #expect(try await running.engine.questions.status().nextPoll == nil)
            try await running.engine.commands.resume("tmoney")
            await running.settle()
            #expect(source.readCount == 2)
            await running.pass(.seconds(60))
            #expect(source.readCount == 3)
        }
    }

    @Test func `a pause during a read keeps the reading and stops there`() async throws {
        let gate = Gate()
        let source = ScriptedSource(.late(.won(5), gate))
        try await World().run(.test(.polled("tmoney", source))) { running in
            await running.pass(.seconds(5))
            try await running.engine.commands.pause("tmoney")
            gate.open()
            await running.pass(.seconds(600))
            #expect(source.readCount == 1)
            let holdings = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest()).items
            #expect(holdings.map(\.holding.balance.available) == [.won(5)])
            #expect(try await running.engine.questions.source("tmoney").state == .paused)
        }
    }

    @Test func `a poll that a person asks for during a read follows it`() async throws {
        let gate = Gate()
        let source = ScriptedSource(.late(.won(5), gate), .won(6))
        try await World().run(.test(.polled("tmoney", source))) { running in
            await running.pass(.seconds(5))
            try await running.engine.commands.poll("tmoney")
            await running.settle()
            #expect(source.readCount == 1)
            gate.open()
            await running.settle()
            #expect(source.readCount == 2)
            #expect(source.simultaneousMost == 1)
            await running.pass(.seconds(50))
            #expect(source.readCount == 2)
        }
    }

    @Test func `a person's poll reads a paused source once`() async throws {
        let source = ScriptedSource(.won(1))
        try await World().run(.test(.polled("tmoney", source))) { running in
            await running.pass(.seconds(10))
            try await running.engine.commands.pause("tmoney")
            try await running.engine.commands.poll("tmoney")
            await running.pass(.seconds(600))
            #expect(source.readCount == 2)
            #expect(try await running.engine.questions.source("tmoney").state == .paused)
        }
    }

    @Test func `resuming what is not paused changes nothing`() async throws {
        let source = ScriptedSource(.fails(.rateLimited, retryAfter: .seconds(7200)))
        try await World().run(.test(.polled("shop", source))) { running in
            await running.pass(.seconds(10))
            try await running.engine.commands.resume("shop")
            await running.pass(.seconds(600))
            #expect(source.readCount == 1)
        }
    }

    @Test func `a pause does not shorten what the vendor asked us to wait`() async throws {
        let source = ScriptedSource(.fails(.rateLimited, retryAfter: .seconds(7200)), .won(1))
        try await World().run(.test(.polled("shop", source))) { running in
            await running.pass(.seconds(10))
            try await running.engine.commands.pause("shop")
            try await running.engine.commands.resume("shop")
            await running.pass(.seconds(7191))
            #expect(source.readCount == 1)
            await running.pass(.seconds(1))
            #expect(source.readCount == 2)
        }
    }

    @Test func `pausing again keeps the first time`() async throws {
        let source = ScriptedSource(.won(1))
        try await World().run(.test(.polled("tmoney", source))) { running in
            await running.pass(.seconds(10))
            try await running.engine.commands.pause("tmoney")
            await running.pass(.seconds(10))
            try await running.engine.commands.pause("tmoney")
            let report = try await running.engine.questions.source("tmoney")
            #expect(report.health.pausedAt == .after(.seconds(10)))
        }
    }
}
