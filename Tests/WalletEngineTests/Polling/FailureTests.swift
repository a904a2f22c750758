import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct FailureTests {
    @Test func `failures in a row are waited for ever longer, and told once`() async throws {
        let source = ScriptedSource(.fails(.unreachable))
        try await World().run(.test(.polled("shop", source))) { running in
            // Half of the longest wait each time, since chance is even: 30 s, 60 s, 120 s, 240 s.
            for (count, instant) in [32, 92, 212, 452].enumerated() {
                await running.pass(.seconds(instant - 1) - (running.time.now - .start))
                let report = try await running.engine.questions.source("shop")
                #expect(report.health.consecutiveFailures == count + 1)
                #expect(report.nextPoll == .after(.seconds(instant)))
            }
            #expect(try await running.eventTypes().count { $0 == .sourceFailing } == 1)
            source.answer(.won(1))
            await running.pass(.seconds(2))
            let recovered = try #require(try await running.events().last)
            #expect(recovered.type == .sourceRecovered)
            #expect(recovered.message == "shop can be read again, after 4 failed tries.")
        }
    }

    @Test func `what the vendor asks us to wait is waited, over a restart too`() async throws {
        let source = ScriptedSource(.fails(.rateLimited, retryAfter: .seconds(7200)), .won(1))
        let world = try World()
        let configuration = EngineConfiguration.test(.polled("shop", source))
        try await world.run(configuration) { await $0.pass(.seconds(1800)) }
        try await world.run(configuration) { running in
            await running.pass(.seconds(5400))
            #expect(source.readCount == 1)
            await running.pass(.seconds(2))
            #expect(source.readCount == 2)
        }
    }

    @Test(arguments: [PortFailure.Reason.refusedCredential, .misconfigured])
    func `a source that needs a person is not read again by itself, over a restart too`(reason: PortFailure.Reason)
        async throws
    {
        let source = ScriptedSource(.fails(reason))
        let world = try World()
        let configuration = EngineConfiguration.test(.polled("bank", source))
        for _ in 1...2 {
            try await world.run(configuration) { running in
                await running.pass(.seconds(600))
                await running.leap(.seconds(86_400))
                let report = try await running.engine.questions.source("bank")
                #expect(report.state == .needsAttention)
                #expect(report.nextPoll == nil)
            }
        }
        #expect(source.readCount == 1)
        #expect(world.notifier.events.count { $0.draft.type == .sourceNeedsAttention } == 1)
        #expect(!world.notifier.events.contains { $0.draft.type == .sourceFailing })
    }

    @Test func `a person's poll reads a source that needs attention once more`() async throws {
        let source = ScriptedSource(.fails(.refusedCredential))
        try await World().run(.test(.polled("bank", source))) { running in
            await running.pass(.seconds(60))
            try await running.engine.commands.poll("bank")
            await running.pass(.seconds(3600))
            #expect(source.readCount == 2)
            source.answer(.won(1))
            try await running.engine.commands.poll("bank")
            await running.pass(.seconds(60))
            #expect(source.readCount == 4)
            #expect(try await running.engine.questions.source("bank").state == .ok)
        }
    }

    @Test func `an edit of its configuration, or of its credential, reads it again, and nothing else does`()
        async throws
    {
        let source = ScriptedSource(.fails(.refusedCredential))
        try await World().run(.test(.polled("bank", source))) { running in
            await running.pass(.seconds(60))
            try await running.reload(.test(.polled("bank", source) { $0.staleAfter = .seconds(999) }))
            await running.pass(.seconds(600))
            #expect(source.readCount == 1)
            try await running.reload(.test(.polled("bank", source, fingerprint: 2)))
            await running.pass(.seconds(5))
            #expect(source.readCount == 2)
        }
    }

    @Test func `a resumed source that needs attention goes on waiting for a person`() async throws {
        let source = ScriptedSource(.fails(.refusedCredential))
        try await World().run(.test(.polled("bank", source))) { running in
            await running.pass(.seconds(60))
            try await running.engine.commands.pause("bank")
            try await running.engine.commands.resume("bank")
            await running.pass(.seconds(600))
            #expect(source.readCount == 1)
            #expect(try await running.engine.questions.source("bank").state == .needsAttention)
        }
    }

    @Test func `a reading that breaks the rules of all readings is a failure, and nothing of it is kept`() async throws
    {
        let twice = Reading(
            balances: [Balance(account: "a", available: .won(1)), Balance(account: "a", available: .won(2))],
            completeness: .complete)
        try await World().run(.test(.polled("shop", ScriptedSource(.reading(twice))))) { running in
            await running.pass(.seconds(5))
            #expect(try await running.engine.questions.source("shop").health.lastFailure?.reason == .malformed)
            let holdings = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest())
            #expect(holdings.items.isEmpty)
        }
    }
}
