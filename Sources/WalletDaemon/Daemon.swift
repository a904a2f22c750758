import Glibc
import Logging
import ServiceLifecycle
import UnixSignals
import WalletAPI
import WalletAdapters
import WalletControl
import WalletCore
import WalletEngine
import WalletStore

/// walletd as a value: starts, serves until it is asked to stop, and stops with everything committed.
package struct Daemon: Sendable {
    /// After the signal to stop, what has not ended by then is cancelled. A plugin has two seconds to end.
    private static let servicesStopMax: Duration = .milliseconds(3500)
    /// For answers that have begun; each takes milliseconds.
    private static let answersStopMax: Duration = .seconds(1)
    /// For announcing what was committed last; the rest is announced at the next start.
    private static let lastWordsMax: Duration = .milliseconds(700)

    private let launch: Launch
    private let logger: Logger
    private let notifications: ServiceNotifications
    private let clock = EngineClock.system
    private let chance = Chance.system

    package init(launch: Launch) {
        self.launch = launch
        let prefix = LinePrefix(environment: launch.environment)
        logger = Logger(label: "walletd") { _ in DaemonLogHandler(prefix: prefix) }
        notifications = ServiceNotifications(environment: launch.environment)
    }

    /// Runs until SIGTERM or SIGINT.
    package func run() async throws(StartFailure) {
        // A plugin or a client that goes away must not take the daemon with it.
        signal(SIGPIPE, SIG_IGN)
        umask(0o077)
        let signals = await ServiceSignals()
        let passed = PassedDescriptors(environment: launch.environment)
        let path = launch.configurationPath ?? launch.surroundings.defaults.configuration
        let loaded = try load(path)
        let instance = try Instance(loaded.daemon, launch: launch, chance: chance.bits)
        try endLeftPlugins(of: instance)
        let opened = try await open(instance.location)
        CredentialFolder.removeLeftovers(in: instance.directories.runtime)
        let transports = AdapterTransports(now: clock.now)
        let failure: StartFailure?
        do throws(StartFailure) {
            let socket = try ControlSocket(passed, orBinding: loaded.daemon.socket)
            let assembly = SourceAssembly(
                key: instance.key, directories: instance.directories, transports: transports)
            failure = await serve(opened, loaded: consume loaded, assembly: assembly, on: socket, until: signals)
        } catch {
            failure = error
        }
        await transports.shutDown()
        await close(opened.store, after: failure)
        _ = consume instance
        if let failure { throw failure }
    }

    private func load(_ path: String) throws(StartFailure) -> LoadedConfiguration {
        do throws(ConfigurationFaults) {
            let loaded = try LoadedConfiguration.load(path, in: launch.surroundings)
            for warning in loaded.warnings { logger.warning("\(warning)") }
            return loaded
        } catch {
            throw StartFailure(error, in: path)
        }
    }

    /// What may still be paying has ended before anything is asked or sent.
    private func endLeftPlugins(of instance: borrowing Instance) throws(StartFailure) {
        do throws(LeftPluginError) {
            for name in try LeftPlugins(in: instance.directories.state).end() {
                logger.warning("a plugin of \(name) was left running when walletd was killed; it was ended")
            }
        } catch {
            throw StartFailure(
                .temporary, "\(error)", hint: "it may still be paying: end it yourself, then start walletd again")
        }
    }

    private func open(_ location: StoreLocation) async throws(StartFailure) -> OpenedStore {
        do throws(StoreError) {
            return try await notifications.extendingStart(clock: clock) { () throws(StoreError) in
                try await Store.open(location, newID: chance.identifier(), now: clock.now())
            }
        } catch {
            throw StartFailure(error)
        }
    }

    /// Closes the database last; what was committed is safe whether or not this succeeds.
    private func close(_ store: Store, after failure: StartFailure?) async {
        // A damaged database is left as it is.
        if failure?.code == .data { return await store.abandon() }
        do throws(StoreError) {
            try await store.close()
        } catch {
            logger.warning("closing the database: \(error)")
        }
    }

    private func serve(
        _ opened: OpenedStore, loaded: consuming LoadedConfiguration, assembly: SourceAssembly,
        on socket: borrowing ControlSocket, until signals: ServiceSignals
    ) async -> StartFailure? {
        let watchdog = WatchdogService(notifications: notifications, clock: clock)
        let location = opened.store.location
        let readers = EngineReaders(
            internal: StoreReader(location, name: "walletd-engine"),
            questions: StoreReader(location, name: "walletd-answers"),
            copies: StoreReader(location, name: "walletd-copies"))
        var failure: StartFailure?
        do {
            let engine = try await engine(opened, readers: readers, beat: watchdog.beat)
            try await engine.start(assembly.configuration(loaded))
            let reloader = reloader(loaded, assembly: assembly, engine: engine)
            // The engine has made of it what runs; for years the rest would only take memory.
            _ = consume loaded
            let services =
                [watchdog] + engine.services + [
                    DatabaseCheck(store: opened.store, clock: clock, logger: logger),
                    HangupService(signals: signals, reloader: reloader, clock: clock, logger: logger),
                    server(engine, reloader: reloader, descriptor: socket.descriptor),
                ]
            notifications.ready(status: reloader.status)
            try await run(services, until: signals)
            try await sayLastWords(of: engine)
        } catch {
            failure = StartFailure(ending: error)
        }
        notifications.stopping()
        await readers.internal.close()
        await readers.questions.close()
        await readers.copies.close()
        return failure
    }

    private func engine(
        _ opened: OpenedStore, readers: EngineReaders, beat: @escaping @Sendable () -> Void
    ) async throws -> Engine {
        let lastEvent = try await readers.internal.read { transaction throws(StoreError) in
            try transaction.lastEvent()
        }
        let surroundings = Engine.Surroundings(
            clock: clock, chance: chance, notifier: notifier(), logger: logger, version: Release.version, beat: beat)
        return Engine(opened, lastEvent: lastEvent, readers: readers, surroundings: surroundings)
    }

    /// The journal where our standard error is one, else readable lines.
    private func notifier() -> any Notifier {
        let lines = StandardErrorNotifier(pause: clock.sleep)
        guard StandardError.isJournal(environment: launch.environment) else { return lines }
        return JournalNotifier(orElse: lines, pause: clock.sleep) ?? lines
    }

    private func reloader(
        _ loaded: LoadedConfiguration, assembly: SourceAssembly, engine: Engine
    ) -> Reloader {
        Reloader(
            launch: launch, running: loaded, assembly: assembly, engine: engine, notifications: notifications,
            logger: logger)
    }

    private func server(_ engine: Engine, reloader: Reloader, descriptor: CInt) -> any Service {
        let controlled = ControlledDaemon(
            questions: engine.questions, commands: engine.commands, operators: { reloader.operators },
            now: clock.now, reload: { _ throws(EngineError) in try await reloader.reload() })
        var limits = ControlLimits()
        limits.stopTimeMax = Daemon.answersStopMax
        return ControlServer(
            listeningOn: descriptor, responder: ControlAPI(controlled, logger: logger), limits: limits, logger: logger)
    }

    /// Runs until the daemon is asked to stop, or until a service fails.
    private func run(_ services: [any Service], until signals: ServiceSignals) async throws {
        var configured = services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) }
        let stop = StopService(signals: signals, notifications: notifications, logger: logger)
        configured.append(.init(service: stop, successTerminationBehavior: .gracefullyShutdownGroup))
        var configuration = ServiceGroupConfiguration(services: configured, logger: logger)
        configuration.maximumGracefulShutdownDuration = Daemon.servicesStopMax
        try await ServiceGroup(configuration: configuration).run()
    }

    /// What cannot be stored or announced now does not make a stop that was asked for a failure.
    private func sayLastWords(of engine: Engine) async throws {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await engine.stop() }
                group.addTask { [clock] in
                    try await clock.sleep(Daemon.lastWordsMax)
                    throw CancellationError()
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch let error as StoreError where error.isDamage {
            throw error
        } catch {
            logger.warning("the last events are announced at the next start (\(error))")
        }
    }
}
