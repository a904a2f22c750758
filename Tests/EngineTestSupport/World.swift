import FoundationEssentials
import Logging
import ServiceLifecycle
import Synchronization
package import WalletCore
package import WalletEngine
package import WalletStore
package import WalletTestSupport

/// What outlives a run of the engine: a folder with its database, the time, and who listens.
package struct World {
    /// How a run of the engine ends.
    package enum End {
        case stopped
        /// Without a last word, at any point.
        case crashed
    }

    /// Where everything runs.
    package enum Place {
        /// The store and its readers have threads of their own.
        case ownThreads(WatchedExecutor)
        /// One thing happens after the other, always in the same order. The store and its readers are opened there.
        case oneThread(WatchedExecutor)

        package var executor: WatchedExecutor {
            switch self {
            case .ownThreads(let executor), .oneThread(let executor): executor
            }
        }
    }

    package let folder: TemporaryFolder
    package let time = VirtualTime()
    package var notifier = CollectingNotifier()
    package var place: @Sendable () -> Place = { .ownThreads(WatchedExecutor()) }
    package var chance = Chance.even()
    package var open: @Sendable (StoreLocation, Timestamp) async throws -> OpenedStore = {
        try await Store.open($0, newID: "test", now: $1)
    }
    package var reader: @Sendable (StoreLocation) -> StoreReader = { StoreReader($0) }
    /// What else is to be about a run.
    package var arrange: @Sendable (inout Engine.Surroundings) -> Void = { _ in }

    package init(in parent: String = "/tmp") throws {
        folder = try TemporaryFolder(in: parent)
    }

    package var location: StoreLocation { StoreLocation(database: folder.path(of: "walletd.db")) }

    /// Runs `body` against the real engine on the real database, in virtual time, from the start of the engine to its
    /// end.
    package func run(
        _ configuration: EngineConfiguration, until end: End = .stopped, _ body: (RunningEngine) async throws -> Void
    ) async throws {
        try await live(configuration) { running async throws in
            try await body(running)
            return end
        }
    }

    /// As `body` says how it ends.
    package func live(
        _ configuration: EngineConfiguration, _ body: (RunningEngine) async throws -> End
    ) async throws {
        let opened = try await open(location, time.now)
        try await opened.store.write(at: time.now) { transaction throws(StoreError) in
            try transaction.recordQuickCheckPassed()
        }
        let readers = EngineReaders(
            internal: reader(location), questions: reader(location), copies: reader(location))
        let running = try await RunningEngine(
            opened, readers: readers, surroundings: surroundings, time: time, in: place())
        do {
            try await running.run(configuration, body)
        } catch {
            await close(readers, opened.store)
            throw error
        }
        await close(readers, opened.store)
    }

    package func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: folder.path(of: name))
    }

    /// The database without an engine.
    package func opened() async throws -> Store {
        try await Store.open(location, newID: "test", now: time.now).store
    }

    private var surroundings: Engine.Surroundings {
        var surroundings = Engine.Surroundings(
            clock: time.clock, chance: chance, notifier: notifier,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, version: "1.0.0")
        arrange(&surroundings)
        return surroundings
    }

    private func close(_ readers: EngineReaders, _ store: Store) async {
        await readers.internal.close()
        await readers.questions.close()
        await readers.copies.close()
        try? await store.close()
    }
}

extension Chance {
    /// Always the middle: no jitter, first polls 2 s after the start; yet no identifier twice.
    package static func even() -> Chance {
        let count = Mutex<UInt64>(0)
        return Chance {
            count.withLock { count in
                count += 1
                return 1 << 63 + count
            }
        }
    }
}
