import Logging
import ServiceLifecycle
import Synchronization
package import WalletCore
package import WalletEngine
package import WalletStore

/// An engine at work, and the time it lives in.
package struct RunningEngine {
    package let engine: Engine
    package let store: Store
    package let readers: EngineReaders
    package let time: VirtualTime
    /// How often the evaluating loop turned.
    package let turns: Counter
    private let place: World.Place

    package init(
        _ opened: OpenedStore, readers: EngineReaders, surroundings: Engine.Surroundings, time: VirtualTime,
        in place: World.Place
    ) async throws {
        let turns = Counter()
        var surroundings = surroundings
        surroundings.beat = { turns.increase() }
        let lastEvent = try await readers.internal.read { transaction throws(StoreError) in
            try transaction.lastEvent()
        }
        engine = Engine(opened, lastEvent: lastEvent, readers: readers, surroundings: surroundings)
        store = opened.store
        self.readers = readers
        self.time = time
        self.turns = turns
        self.place = place
    }

    package func run(
        _ configuration: EngineConfiguration, _ body: (RunningEngine) async throws -> World.End
    ) async throws {
        try await engine.start(configuration)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: engine.services, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask(executorPreference: executor) { try await group.run() }
            await settle()
            // On the engine's own thread: an actor that the test calls from another would run the engine's jobs there,
            // where nobody counts them.
            let end = try await withTaskExecutorPreference(executor) { try await body(self) }
            switch end {
            case .stopped:
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
                try await engine.stop()
            case .crashed:
                // What it would still write is lost, as when the power is cut.
                await store.abandon()
                tasks.cancelAll()
                while let result = await tasks.nextResult() { _ = result }
            }
        }
    }

    private var executor: WatchedExecutor { place.executor }

    /// Returns when nothing happens any more before time goes on.
    package func settle() async {
        if case .oneThread = place { return await executor.idle() }
        await withTaskExecutorPreference(globalConcurrentExecutor) {
            var jobs = -1
            while true {
                await executor.idle()
                let total = executor.total
                guard total != jobs else { return }
                jobs = total
                // Whoever waits for one of these threads has its answer, and a job, when they have come this far; three
                // times, for a task may go from one of them straight to another, and come back behind who asks here: a
                // copy reads, copies, and commits twice.
                for _ in 1...3 {
                    await readers.internal.pass()
                    await readers.questions.pass()
                    await readers.copies.pass()
                    await store.pass()
                }
            }
        }
    }

    /// Lets time pass from one instant that somebody waits for to the next.
    package func pass(_ duration: Duration) async {
        let end = time.sinceBoot + duration
        await settle()
        while let next = time.nextWake, next <= end {
            time.advance(by: next - time.sinceBoot)
            await settle()
        }
        time.advance(by: end - time.sinceBoot)
        await settle()
    }

    /// Lets time pass at once: whoever waited for an instant in between is late.
    package func leap(_ duration: Duration) async {
        time.advance(by: duration)
        await settle()
    }

    package func reload(_ configuration: EngineConfiguration) async throws {
        try await engine.reload(configuration)
        await settle()
    }

    /// Every stored event since then.
    package func events(after seq: Int64 = 0) async throws -> [EventDraft] {
        try await engine.questions.events(EventQuery(after: seq), limit: 1000).map(\.draft)
    }

    package func eventTypes(after seq: Int64 = 0) async throws -> [EventType] {
        try await events(after: seq).map(\.type)
    }

    /// What is available, by source and account.
    package func balances() async throws -> [String: Amount] {
        let page = try await engine.questions.holdings(HoldingFilter(), page: PageRequest(limit: 1000))
        return Dictionary(uniqueKeysWithValues: page.items.map { ($0.holding.id.name, $0.holding.balance.available) })
    }

    package var lastEvent: Int64 { engine.questions.lastEvent }

}

extension Store {
    fileprivate func pass() {}
}

extension StoreReader {
    fileprivate func pass() {}
}

package final class Counter: Sendable {
    private let state = Mutex(0)

    package init() {}

    package var value: Int { state.withLock { $0 } }

    package func increase() { state.withLock { $0 += 1 } }
}
