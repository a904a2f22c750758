import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import WalletCore
import WalletEngine
import WalletStore

/// Keeps what was announced, and can refuse.
final class CollectingNotifier: Notifier {
    let name = "test"
    private let announced = Mutex<[Event]>([])
    private let unstored = Mutex<[EventDraft]>([])

    var events: [Event] { announced.withLock { $0 } }
    var unstoredEvents: [EventDraft] { unstored.withLock { $0 } }

    func announce(_ event: Event) async throws(PortFailure) { announced.withLock { $0.append(event) } }
    func announceUnstored(_ draft: EventDraft) async throws(PortFailure) { unstored.withLock { $0.append(draft) } }
}

/// The real engine on a real database in a temporary folder, in virtual time.
struct RunningEngine {
    let engine: Engine
    let store: Store
    let time: VirtualTime
    let notifier: CollectingNotifier

    /// Waits until an event of that type with a higher number than `seq` is committed.
    func event(_ type: EventType, after seq: Int64 = 0) async throws -> Event {
        var seen = seq
        while true {
            for event in try await engine.questions.events(EventQuery(after: seen), limit: 100) {
                seen = event.seq
                if event.draft.type == type { return event }
            }
            await engine.questions.eventCommitted(after: seen)
        }
    }

    /// Runs `body` against an engine with this configuration, then stops it as a daemon does.
    static func run(
        _ configuration: EngineConfiguration, in folder: URL, at time: VirtualTime,
        _ body: (RunningEngine) async throws -> Void
    ) async throws {
        let location = StoreLocation(database: folder.appending(path: "walletd.db").path)
        let opened = try await Store.open(location, newID: "test", now: time.now)
        let reader = StoreReader(location)
        let questions = StoreReader(location)
        let lastEvent = try await reader.read { transaction throws(StoreError) in try transaction.lastEvent() }
        let notifier = CollectingNotifier()
        let bits = Mutex<UInt64>(0)
        let engine = Engine(
            opened, lastEvent: lastEvent, readers: EngineReaders(internal: reader, questions: questions),
            surroundings: Engine.Surroundings(
                clock: time.clock,
                chance: Chance {
                    bits.withLock {
                        $0 += 1
                        return $0 << 40
                    }
                }, notifier: notifier,
                logger: Logger(label: "test"), version: "test"))
        try await engine.start(configuration)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: engine.services, logger: Logger(label: "test")))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body(RunningEngine(engine: engine, store: opened.store, time: time, notifier: notifier))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        try await engine.stop()
        await reader.close()
        await questions.close()
        try await opened.store.close()
    }
}

extension EngineConfiguration {
    static func test(_ sources: [(String, ScriptedSource)], rules: [AlertRule] = []) -> EngineConfiguration {
        let watched = sources.map { name, source in
            WatchedSource(
                settings: SourceSettings(
                    name: name, adapter: "test", every: .seconds(60), staleAfter: .seconds(180), kind: .prepaid),
                adapter: source, fingerprint: [1])
        }
        return EngineConfiguration(
            sources: watched, rules: rules, assets: AssetTable(), path: "/test.toml", sha256: "0")
    }
}
