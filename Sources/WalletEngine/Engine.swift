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
        var seam = DecisionSeam()

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
    private let findings: OpenedStore.Findings
    private let lastEventBefore: Int64
    private let surroundings: Surroundings
    private let poller: SourcePoller
    private let recorder: Recorder
    private let alertTimer: AlertTimer
    private let dispatcher: EventDispatcher
    private let housekeeping: Housekeeping
    private let dailyBackUp: DailyBackUp
    private let signals = EngineSignals()
    let floor: CashOutFloor

    /// Nothing runs and nothing is in force before ``start(_:)``. `lastEvent` is the last one of the runs before.
    package init(_ opened: OpenedStore, lastEvent: Int64, readers: EngineReaders, surroundings: Surroundings) {
        let timekeeper = Timekeeper(clock: surroundings.clock)
        findings = opened.findings
        lastEventBefore = lastEvent
        ledger = Ledger(
            store: opened.store, feed: EventFeed(last: lastEvent), timekeeper: timekeeper,
            notifier: surroundings.notifier)
        inForce = ConfigurationInForce(.empty)
        let desk = CashOutDesk(timekeeper: timekeeper, seam: surroundings.seam)
        floor = CashOutFloor(
            ledger: ledger, reader: readers.internal, inForce: inForce, desk: desk, signals: signals,
            chance: surroundings.chance, logger: surroundings.logger)
        recorder = Recorder(
            ledger: ledger, inForce: inForce, desk: desk, signals: signals, surroundings: surroundings)
        poller = SourcePoller(recorder: recorder, timekeeper: timekeeper)
        alertTimer = AlertTimer(
            ledger: ledger, reader: readers.internal, inForce: inForce, signals: signals,
            surroundings: surroundings)
        dispatcher = EventDispatcher(
            ledger: ledger, reader: readers.internal, notifier: surroundings.notifier, logger: surroundings.logger)
        housekeeping = Housekeeping(ledger: ledger, inForce: inForce, logger: surroundings.logger)
        questions = Questions(
            reader: readers.questions, inForce: inForce, ledger: ledger, floor: floor, findings: findings,
            version: surroundings.version)
        let backUps = BackUpRoom(ledger: ledger, reader: readers.copies)
        dailyBackUp = DailyBackUp(room: backUps, logger: surroundings.logger)
        commands = Commands(floor: floor, poller: poller, backUps: backUps)
        self.surroundings = surroundings
    }

    /// What runs, each stopped before the ones listed ahead of it.
    package var services: [any Service] {
        let cashOuts: [any Service] = [
            CashOutRunner(floor), CashOutPlanner(floor), ProviderKeeper(floor), RateKeeper(floor),
        ]
        return [dispatcher, recorder, housekeeping, dailyBackUp] + cashOuts + [alertTimer, poller]
    }

    /// Puts the first configuration in force and announces the start, and what was found at it.
    package func start(_ configuration: EngineConfiguration) async throws(StoreError) {
        let start = EngineStart(
            findings: findings, lastEvent: lastEventBefore, version: surroundings.version,
            clock: surroundings.clock, notifier: surroundings.notifier.name)
        try await putInForce(configuration) { transaction, look throws(StoreError) in
            try start.record(at: look.now, in: transaction)
        }
    }

    /// Puts another configuration in force: as a whole, or not at all when the store refuses.
    package func reload(_ configuration: EngineConfiguration) async throws(StoreError) {
        try await putInForce(configuration) { _, _ in }
    }

    /// Announces that a configuration was refused; the one in force stays.
    package func reject(_ path: String, faults: [String]) async throws(StoreError) {
        try await ledger.commit { transaction, look throws(StoreError) in
            _ = try transaction.append([.configurationRejected(path, faults: faults, at: look.now)])
        }
    }

    /// The last words, after the services have ended: everything committed is announced.
    ///
    /// Where nothing can be stored there is no last event; the rest is announced all the same.
    package func stop() async throws {
        do throws(StoreError) {
            try await ledger.commit { transaction, look throws(StoreError) in
                _ = try transaction.append([.stopping(at: look.now)])
            }
        } catch {
            guard error.mayPass else { throw error }
        }
        try await dispatcher.finish()
    }

    /// Decisions follow the new configuration from the next transaction on.
    private func putInForce(
        _ configuration: EngineConfiguration,
        first: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Void
    ) async throws(StoreError) {
        let next = ActiveConfiguration(configuration)
        let (orders, serial) = try await ledger.commit {
            [inForce, surroundings, floor] transaction, look throws(StoreError) in
            try first(transaction, look)
            let change = ConfigurationChange(
                before: inForce.current, after: next, look: look, chance: surroundings.chance,
                transaction: transaction)
            let orders = try change.apply()
            try change.applyCashOuts(at: floor.desk)
            _ = try transaction.append([.configurationLoaded(configuration.path, at: look.now)])
            return (orders, inForce.serial + 1)
        } committed: { [inForce] _ in
            inForce.replace(by: next)
        }
        await poller.load(configuration.sources, orders: orders, serial: serial)
        for signal in [signals.alerts, signals.decisions, signals.cashOuts, signals.providers, signals.rates] {
            signal.raise()
        }
    }
}

/// Connections that read beside the writer: one for the engine's own loops, one for what is asked from outside, so that
/// a long question delays no announcement, and one that copies the whole database.
package struct EngineReaders: Sendable {
    package let `internal`: StoreReader
    package let questions: StoreReader
    /// Copies the whole database, which takes long.
    package let copies: StoreReader

    package init(internal: StoreReader, questions: StoreReader, copies: StoreReader) {
        self.internal = `internal`
        self.questions = questions
        self.copies = copies
    }
}

extension EngineConfiguration {
    /// Before the first one is in force.
    static let empty = EngineConfiguration(sources: [], rules: [], assets: AssetTable(), path: "", sha256: "")
}
