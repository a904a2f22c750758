import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct QuotaTests {
    private let source = ScriptedSource(.won(1))

    /// Two polls in ten minutes of a source that is to be polled each minute.
    private var configuration: EngineConfiguration {
        .test(
            .polled("bank", source) { settings in
                settings.quota = Quota(limit: 2, window: .seconds(600))
                settings.staleAfter = .seconds(1200)
            })
    }

    @Test func `a spent quota puts the next poll off until it rolls on`() async throws {
        try await World().run(configuration) { running in
            await running.pass(.seconds(300))
            #expect(source.readCount == 2)
            let report = try await running.engine.questions.source("bank")
            #expect(report.quotaLeft == 0)
            #expect(report.nextPoll == .after(.seconds(602)))
            #expect(report.state == .ok)
            await running.pass(.seconds(303))
            #expect(source.readCount == 3)
            #expect(try await running.engine.questions.source("bank").quotaLeft == 0)
            await running.pass(.seconds(60))
            #expect(source.readCount == 4)
        }
    }

    @Test func `a restart spends none, and gives none back`() async throws {
        let world = try World()
        try await world.run(configuration) { await $0.pass(.seconds(100)) }
        for _ in 1...5 { try await world.run(configuration, until: .crashed) { await $0.pass(.seconds(60)) } }
        #expect(source.readCount == 2)
        try await world.run(configuration) { running in
            await running.pass(.seconds(203))
            #expect(source.readCount == 3)
        }
    }

    @Test func `a person is told when the quota allows a poll`() async throws {
        try await World().run(configuration) { running in
            await running.pass(.seconds(10))
            try await running.engine.commands.poll("bank")
            await running.settle()
            #expect(source.readCount == 2)
            await #expect(throws: EngineError.self) { try await running.engine.commands.poll("bank") }
            do throws(EngineError) {
                try await running.engine.commands.poll("bank")
            } catch {
                #expect(error.code == .quotaExhausted(until: .after(.seconds(602))))
                #expect(error.hint == "the next poll is allowed at 2026-11-23T00:10:02Z")
            }
        }
    }

    @Test func `a second look at a doubtful drop needs quota, too`() async throws {
        source.answer(.won(10_000), .won(0), .won(0))
        try await World().run(configuration) { running in
            await running.pass(.seconds(500))
            #expect(source.readCount == 2)
            let doubted = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest()).items
            #expect(doubted.map(\.holding.balance.available) == [.won(10_000)])
            await running.pass(.seconds(110))
            #expect(source.readCount == 3)
            let decided = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest()).items
            #expect(decided.map(\.holding.balance.available) == [.won(0)])
        }
    }
}
