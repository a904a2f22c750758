import EngineTestSupport
import Testing
import WalletCore
import WalletEngine

/// A drop to nothing, or nearly, is read a second time before anything is said.
@Suite(.timeLimit(.minutes(1)))
struct SuddenDropTests {
    private let source = ScriptedSource(.won(10_000))

    private var configuration: EngineConfiguration {
        .test(.polled("tmoney", source), rules: [.below(3000)])
    }

    private func holding(_ running: RunningEngine) async throws -> HoldingReport {
        let found = try await running.engine.questions.holdings(HoldingFilter(), page: PageRequest())
        return try #require(found.items.first)
    }

    @Test(arguments: [0, 999] as [Int128])
    func `it is read again after two seconds, and recorded if that agrees`(balance: Int128) async throws {
        try await World().run(configuration) { running async throws in
            await running.pass(.seconds(5))
            source.answer(.won(balance))
            await running.pass(.seconds(58))
            #expect(source.readCount == 2)
            let doubted = try await holding(running)
            #expect(doubted.holding.balance.available == .won(10_000))
            #expect(doubted.freshness == .stale)
            #expect(try await running.eventTypes().last == .configLoaded)
            await running.pass(.seconds(1))
            #expect(source.readCount == 3)
            let decided = try await holding(running)
            #expect(decided.holding.balance.available == .won(balance))
            #expect(decided.freshness == .fresh)
            #expect(try await running.eventTypes().last == .alertFiring)
        }
    }

    @Test func `if the second look differs, that is recorded`() async throws {
        try await World().run(configuration) { running async throws in
            await running.pass(.seconds(5))
            source.answer(.won(0), .won(10_000))
            await running.pass(.seconds(59))
            #expect(try await holding(running).freshness == .fresh)
            #expect(try await running.eventTypes().last == .configLoaded)
        }
    }

    @Test func `if the second look fails, the next poll decides`() async throws {
        try await World().run(configuration) { running async throws in
            await running.pass(.seconds(5))
            source.answer(.won(0), .fails(.unreachable), .won(0))
            await running.pass(.seconds(59))
            #expect(source.readCount == 3)
            #expect(try await holding(running).freshness == .stale)
            #expect(try await running.eventTypes().last == .sourceFailing)
            await running.pass(.seconds(30))
            #expect(source.readCount == 4)
            #expect(try await holding(running).holding.balance.available == .won(0))
            #expect(try await running.eventTypes().suffix(2) == [.sourceRecovered, .alertFiring])
        }
    }

    @Test func `after a crash between the two, the next poll decides`() async throws {
        let world = try World()
        try await world.run(configuration, until: .crashed) { running async throws in
            await running.pass(.seconds(5))
            source.answer(.won(0))
            await running.pass(.seconds(58))
        }
        try await world.run(configuration) { running async throws in
            await running.pass(.seconds(61))
            #expect(source.readCount == 3)
            #expect(try await holding(running).holding.balance.available == .won(0))
        }
    }

    @Test func `an empty complete reading of a source that had holdings is doubted likewise`() async throws {
        try await World().run(configuration) { running async throws in
            await running.pass(.seconds(5))
            source.answer(.reading(.won([:])))
            await running.pass(.seconds(58))
            #expect(try await holding(running).holding.balance.available == .won(10_000))
            await running.pass(.seconds(1))
            #expect(try await holding(running).holding.balance.available == .won(0))
        }
    }
}
