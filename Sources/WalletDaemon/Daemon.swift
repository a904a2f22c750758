import Glibc
import Logging
import ServiceLifecycle
import UnixSignals
import WalletAdapters
import WalletControl
import WalletCore
import WalletEngine
import WalletStore

/// walletd as a value: starts, serves until it is asked to stop, and stops with everything committed.
package struct Daemon: Sendable {
    /// After the signal to stop, what has not ended by then is cut off; what is committed stays.
    private static let stopMax: Duration = .seconds(4)

    private let launch: Launch
    private let logger: Logger
    private let notifications: ServiceNotifications
    private let clock = EngineClock.system
    private let chance = Chance.system

    package init(launch: Launch) {
        self.launch = launch
        let prefix: DaemonLogHandler.Prefix =
            StandardError.isJournal(environment: launch.environment) ? .priority : .level
        logger = Logger(label: "walletd") { _ in DaemonLogHandler(prefix: prefix) }
        notifications = ServiceNotifications(environment: launch.environment)
    }

    /// Runs until SIGTERM or SIGINT.
    package func run() async throws(StartFailure) {
        // A plugin or a client that goes away must not take the daemon with it.
        signal(SIGPIPE, SIG_IGN)
        umask(0o077)
        let passed = PassedDescriptors(environment: launch.environment)
        let path = launch.configurationPath ?? launch.surroundings.defaults.configuration
        let loaded = try load(path)
        let instance = try Instance(loaded.daemon, launch: launch, chance: chance.bits)
        let opened = try await open(instance.location)
        CredentialFolder.removeLeftovers(in: instance.directories.runtime)
        let transports = AdapterTransports(now: clock.now)
        let failure: StartFailure?
        do throws(StartFailure) {
            let socket = try ControlSocket(passed, orBinding: loaded.daemon.socket)
            let assembly = SourceAssembly(
                key: instance.key, directories: instance.directories, transports: transports)
            failure = await serve(opened, loaded: loaded, assembly: assembly, on: socket)
        } catch {
            failure = error
        }
        await transports.shutDown()
        await close(opened.store)
        if let failure { throw failure }
    }

    private func load(_ path: String) throws(StartFailure) -> LoadedConfiguration {
        do throws(ConfigurationFaults) {
            let loaded = try LoadedConfiguration.load(path, in: launch.surroundings)
            for warning in loaded.warnings { logger.warning("\(warning)") }
            return loaded
        } catch {
            let lines = error.faults.map(\.description).joined(separator: "\n")
            throw StartFailure(.configuration, lines, hint: "walletctl check \(path) shows this without starting")
        }
    }

    private func open(_ location: StoreLocation) async throws(StartFailure) -> OpenedStore {
        do throws(StoreError) {
            return try await Store.open(location, newID: chance.identifier(), now: clock.now())
        } catch {
            throw StartFailure(error)
        }
    }

    /// Closes the database last; what was committed is safe whether or not this succeeds.
    private func close(_ store: Store) async {
        do throws(StoreError) {
            try await store.close()
        } catch {
            logger.warning("closing the database: \(error)")
        }
    }

    private func serve(
        _ opened: OpenedStore, loaded: LoadedConfiguration, assembly: SourceAssembly, on socket: borrowing ControlSocket
    ) async -> StartFailure? {
        let watchdog = WatchdogService(notifications: notifications, clock: clock)
        let location = opened.store.location
        let readers = EngineReaders(
            internal: StoreReader(location, name: "walletd-engine"),
            questions: StoreReader(location, name: "walletd-answers"))
        var failure: StartFailure?
        do {
            let engine = try await engine(opened, readers: readers, beat: watchdog.beat)
            try await engine.start(assembly.configuration(loaded))
            let services = services(
                engine, watchdog: watchdog, loaded: loaded, assembly: assembly, descriptor: socket.descriptor)
            try await run(services, status: "watching \(loaded.sources.count) sources")
            try await engine.stop()
        } catch {
            failure = StartFailure(ending: error)
        }
        await readers.internal.close()
        await readers.questions.close()
        return failure
    }

    private func engine(
        _ opened: OpenedStore, readers: EngineReaders, beat: @escaping @Sendable () -> Void
    ) async throws -> Engine {
        let lastEvent = try await readers.internal.read { transaction throws(StoreError) in
            try transaction.lastEvent()
        }
        let surroundings = Engine.Surroundings(
            clock: clock, chance: chance, notifier: notifier(), logger: logger, version: Version.text, beat: beat)
        return Engine(opened, lastEvent: lastEvent, readers: readers, surroundings: surroundings)
    }

    /// The journal where our standard error is one, else readable lines.
    private func notifier() -> any Notifier {
        guard StandardError.isJournal(environment: launch.environment) else { return StandardErrorNotifier() }
        return JournalNotifier(pause: clock.sleep) ?? StandardErrorNotifier()
    }

    private func services(
        _ engine: Engine, watchdog: WatchdogService, loaded: LoadedConfiguration, assembly: SourceAssembly,
        descriptor: CInt
    ) -> [any Service] {
        let operators = OperatorsInForce(Operators(loaded.daemon.operators, user: launch.user))
        let reloader = Reloader(
            launch: launch, running: loaded, assembly: assembly, engine: engine, notifications: notifications,
            operators: operators)
        let controlled = ControlledDaemon(
            questions: engine.questions, commands: engine.commands, operators: { operators.current },
            now: clock.now, reload: { _ throws(EngineError) in try await reloader.reload() })
        let server = ControlServer(
            listeningOn: descriptor, responder: ControlAPI(controlled, logger: logger), logger: logger)
        let hangups = HangupService {
            // A refused configuration was announced; there is nobody else to tell.
            _ = try? await reloader.reload()  // see above
        }
        return [watchdog] + engine.services + [hangups, server]
    }

    private func run(_ services: [any Service], status: String) async throws {
        var configuration = ServiceGroupConfiguration(
            services: services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = Daemon.stopMax
        notifications.ready(status: status)
        try await ServiceGroup(configuration: configuration).run()
        notifications.stopping()
    }
}
