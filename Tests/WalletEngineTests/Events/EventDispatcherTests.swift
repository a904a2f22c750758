import EngineTestSupport
import Testing
import WalletCore
import WalletEngine
import WalletStore
import WalletTestSupport

@Suite(.timeLimit(.minutes(1)))
struct EventDispatcherTests {
    private let source = ScriptedSource(.won(1), .won(9000), .won(1), .won(9000))

    private var configuration: EngineConfiguration { .test(.polled("tmoney", source), rules: [.below(3000)]) }

    @Test func `every event is announced once, in order, as it is stored`() async throws {
        let world = try World()
        for _ in 1...3 { try await world.run(configuration) { await $0.pass(.seconds(100)) } }
        let last = Int64(world.notifier.events.count)
        #expect(world.notifier.numbers == Array(1...last))
        #expect(world.notifier.events.last?.draft.type == .daemonStopping)
        try await world.run(configuration) { running in
            let stored = try await running.engine.questions.events(EventQuery(), limit: 1000)
            #expect(stored.prefix(Int(last)).elementsEqual(world.notifier.events.prefix(Int(last))))
        }
    }

    @Test func `while nobody takes an event, nothing is repeated and nothing is skipped`() async throws {
        let world = try World()
        try await world.run(configuration) { running in
            world.notifier.refuse([4])
            await running.pass(.seconds(200))
            #expect(world.notifier.numbers == [1, 2, 3])
            world.notifier.refuse([])
            await running.pass(.seconds(1))
            #expect(world.notifier.numbers == Array(1...running.lastEvent))
        }
    }

    @Test func `after a crash, what was committed and not announced is announced`() async throws {
        let world = try World()
        try await world.run(configuration, until: .crashed) { running in
            world.notifier.refuse([3, 4, 5])
            await running.pass(.seconds(200))
        }
        world.notifier.refuse([])
        try await world.run(configuration) { running in
            #expect(world.notifier.numbers == Array(1...running.lastEvent))
        }
    }

    @Test func `after a crash between an announcement and its mark, it comes again under the same number`()
        async throws
    {
        let world = try World()
        try await world.run(configuration, until: .crashed) { running in
            try await running.execute(
                "CREATE TRIGGER refuse BEFORE UPDATE ON announced BEGIN SELECT RAISE(ABORT, 'no'); END")
            await running.pass(.seconds(200))
            // What cannot be marked is not repeated as long as it is remembered.
            #expect(Set(world.notifier.numbers).count == world.notifier.numbers.count)
        }
        let first = world.notifier.events
        let store = try await world.opened()
        try await store.execute("DROP TRIGGER refuse")
        try await store.close()
        try await world.run(configuration) { _ in }
        #expect(Set(world.notifier.numbers) == Set(1...(world.notifier.numbers.max() ?? 0)))
        #expect(
            world.notifier.events.filter { event in first.contains { $0.seq == event.seq } }
                .allSatisfy { first.contains($0) })
    }

    @Test func `another notifier is not told the past`() async throws {
        var world = try World()
        try await world.run(configuration) { await $0.pass(.seconds(100)) }
        let last = try #require(world.notifier.numbers.last)
        world.notifier = CollectingNotifier(name: "another")
        world.notifier.refuse([last + 2])
        try await world.run(configuration, until: .crashed) { await $0.pass(.seconds(10)) }
        world.notifier.refuse([])
        try await world.run(configuration) { running in
            #expect(world.notifier.numbers == Array((last + 1)...running.lastEvent))
        }
    }

    @Test func `a restored database is told once, and numbers go on behind all that were given`() async throws {
        let world = try World()
        try await world.run(configuration) { await $0.pass(.seconds(10)) }
        let copy = try world.folder.bytes(of: "walletd.db")
        try await world.run(configuration) { await $0.pass(.seconds(100)) }
        let last = try #require(world.notifier.numbers.last)
        try world.folder.write("walletd.db", copy)
        for _ in 1...2 {
            try await world.run(configuration) { running async throws in
                await running.pass(.seconds(100))
                #expect(try await running.engine.questions.status().condition == .degraded)
            }
        }
        let told = world.notifier.events.filter { $0.draft.type == .daemonHistoryWentBack }
        #expect(told.count == 1)
        #expect(told.first.map { $0.seq > last + 1_000_000 } == true)
        #expect(told.first?.draft.message.contains("but \(last) had been written") == true)
        #expect(Set(world.notifier.numbers).count == world.notifier.numbers.count)
    }

    /// A start raises the generation, so a copy from before it is told from what that run wrote, however far it came.
    @Test func `a copy with the last event that is known is not said to lack that event`() async throws {
        let world = try World()
        try await world.run(configuration) { await $0.pass(.seconds(10)) }
        let words = try world.folder.text(of: "walletd.generation").split(whereSeparator: \.isWhitespace)
        let number = try #require(Int(words[1]))
        try world.folder.write("walletd.generation", "\(words[0]) \(number + 1) \(words[2])\n")
        try await world.run(configuration) { await $0.pass(.seconds(10)) }
        let told = world.notifier.events.filter { $0.draft.type == .daemonHistoryWentBack }.map(\.draft.message)
        #expect(told.count == 1)
        #expect(
            told.first?.hasPrefix(
                "The database is a copy that was put back, or another one: it ends at event \(words[2]), ") == true)
    }
}
