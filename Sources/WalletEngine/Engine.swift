package import Logging
package import ServiceLifecycle
package import WalletCore
package import WalletStore

/// The middle of the daemon, put together: what polls, records, evaluates and announces, and what may be asked of it.
package struct Engine: Sendable {
    /// What the engine is given from outside.
    package struct Surroundings: Sendable {
        package var clock: EngineClock
        package var chance: Chance
        package var notifier: any Notifier
        package var logger: Logger
        /// Called at every turn of the evaluating loop.
        package var beat: @Sendable () -> Void
        package var version: String

        package init(
            clock: EngineClock, chance: Chance, notifier: any Notifier, logger: Logger, version: String,
            beat: @escaping @Sendable () -> Void = {}
        ) {
            self.clock = clock
            self.chance = chance
            self.notifier = notifier
            self.logger = logger
            self.version = version
            self.beat = beat
        }
    }

    package let questions: Questions
    package let commands: Commands
    private let ledger: Ledger
    private let inForce: ConfigurationInForce
    private let surroundings: Surroundings
    private let poller: SourcePoller
    private let recorder: Recorder
    private let alertTimer: AlertTimer
    private let dispatcher: EventDispatcher
    private let housekeeping: Housekeeping

    /// Nothing runs and nothing is in force before ``start(_:)``.
    package init(_ opened: OpenedStore, lastEvent: Int64, readers: EngineReaders, surroundings: Surroundings) {
        let clock = surroundings.clock
        let logger = surroundings.logger
        let timekeeper = Timekeeper(clock: clock)
        let feed = EventFeed(last: lastEvent)
        let alertsMoved = Signal()
        ledger = Ledger(store: opened.store, feed: feed, timekeeper: timekeeper, notifier: surroundings.notifier)
        inForce = ConfigurationInForce(.empty)
        recorder = Recorder(
            ledger: ledger, inForce: inForce, chance: surroundings.chance, alertsMoved: alertsMoved, logger: logger)
        poller = SourcePoller(recorder: recorder, clock: clock, chance: surroundings.chance, logger: logger)
        alertTimer = AlertTimer(
            ledger: ledger, reader: readers.internal, inForce: inForce, chance: surroundings.chance,
            moved: alertsMoved, logger: logger, beat: surroundings.beat)
        dispatcher = EventDispatcher(
            store: opened.store, reader: readers.internal, feed: feed, notifier: surroundings.notifier, clock: clock,
            logger: logger)
        housekeeping = Housekeeping(ledger: ledger, inForce: inForce, logger: logger)
        questions = Questions(
            reader: readers.questions, inForce: inForce, ledger: ledger, schema: opened.findings.schema,
            version: surroundings.version)
        commands = Commands(
            ledger: ledger, inForce: inForce, poller: poller, alertsMoved: alertsMoved, chance: surroundings.chance)
        self.surroundings = surroundings
    }

    /// What runs, each stopped before the ones listed ahead of it.
    package var services: [any Service] { [dispatcher, recorder, housekeeping, alertTimer, poller] }

    /// Puts the first configuration in force and announces the start.
    package func start(_ configuration: EngineConfiguration) async throws(StoreError) {
        let version = surroundings.version
        try await putInForce(configuration) { look in [.started(version: version, at: look.now)] }
    }

    /// Puts another configuration in force: as a whole, or not at all when the store refuses.
    package func reload(_ configuration: EngineConfiguration) async throws(StoreError) {
        try await putInForce(configuration) { _ in [] }
    }

    /// Announces that a configuration was refused; the one in force stays.
    package func reject(_ path: String, faults: [String]) async throws(StoreError) {
        try await ledger.commit { transaction, look throws(StoreError) in
            _ = try transaction.append([.configurationRejected(path, faults: faults, at: look.now)])
        }
    }

    /// The last words, after the services have ended: everything committed is announced.
    package func stop() async throws {
        try await ledger.commit { transaction, look throws(StoreError) in
            _ = try transaction.append([.stopping(at: look.now)])
        }
        try await dispatcher.finish()
    }

    private func putInForce(
        _ configuration: EngineConfiguration, before events: @escaping @Sendable (Timekeeper.Look) -> [EventDraft]
    ) async throws(StoreError) {
        let next = ActiveConfiguration(configuration)
        let before = inForce.current
        let runStarted = ledger.timekeeper.started
        do throws(StoreError) {
            let schedule = try await ledger.commit { [inForce, surroundings] transaction, look throws(StoreError) in
                _ = try transaction.append(events(look))
                let change = ConfigurationChange(
                    configuration: next, look: look, runStarted: runStarted, chance: surroundings.chance)
                let schedule = try change.apply(in: transaction)
                _ = try transaction.append([.configurationLoaded(configuration.path, at: look.now)])
                inForce.replace(by: next)
                return schedule
            }
            await poller.load(configuration.sources, schedule: schedule)
            commands.alertsMoved.raise()
        } catch {
            inForce.replace(by: before)
            throw error
        }
    }
}

/// Connections that read beside the writer: one for the engine's own loops, one for what is asked from outside, so that
/// a long question delays no announcement.
package struct EngineReaders: Sendable {
    package let `internal`: StoreReader
    package let questions: StoreReader

    package init(internal: StoreReader, questions: StoreReader) {
        self.internal = `internal`
        self.questions = questions
    }
}

extension EngineConfiguration {
    /// Before the first one is in force.
    static let empty = EngineConfiguration(sources: [], rules: [], assets: AssetTable(), path: "", sha256: "")
}
