import FoundationEssentials
import Logging
import ServiceLifecycle
import Synchronization
import WalletCore
import WalletEngine
import WalletStore
import WalletTestSupport

/// What outlives a run of the engine: a folder with its database, the time, and who listens.
struct World {
    /// How a run of the engine ends.
    enum End {
        case stopped
        /// Without a last word, at any point.
        case crashed
    }

    let folder: TemporaryFolder
    let time = VirtualTime()
    var notifier = CollectingNotifier()
    private let chance = Chance.even()

    init() throws {
        folder = try TemporaryFolder()
    }

    var location: StoreLocation { StoreLocation(database: folder.path(of: "walletd.db")) }

    /// Runs `body` against the real engine on the real database, in virtual time, from the start of the engine to its
    /// end.
    func run(
        _ configuration: EngineConfiguration, until end: End = .stopped, _ body: (RunningEngine) async throws -> Void
    ) async throws {
        let opened = try await Store.open(location, newID: "test", now: time.now)
        try await opened.store.write(at: time.now) { transaction throws(StoreError) in
            try transaction.recordQuickCheckPassed()
        }
        let readers = EngineReaders(
            internal: StoreReader(location), questions: StoreReader(location), copies: StoreReader(location))
        let running = try await RunningEngine(opened, readers: readers, surroundings: surroundings, time: time)
        do {
            try await running.run(configuration, until: end, body)
        } catch {
            await close(readers, opened.store)
            throw error
        }
        await close(readers, opened.store)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: folder.path(of: name))
    }

    /// The database without an engine.
    func opened() async throws -> Store {
        try await Store.open(location, newID: "test", now: time.now).store
    }

    private var surroundings: Engine.Surroundings {
        Engine.Surroundings(
            clock: time.clock, chance: chance, notifier: notifier,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, version: "1.0.0")
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
    static func even() -> Chance {
        let count = Mutex<UInt64>(0)
        return Chance {
            count.withLock { count in
                count += 1
                return 1 << 63 + count
            }
        }
    }
}

extension TemporaryFolder {
    func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(of: name)))) }
}
