import Logging
import Synchronization
import WalletControl
import WalletEngine
import WalletStore

/// Reads the configuration again and puts it in force whole, or not at all. One at a time.
final class Reloader: Sendable {
    fileprivate struct InForce {
        var operators: Operators
        /// One line for the service manager.
        var status: String
    }

    private let launch: Launch
    private let running: DaemonSettings
    private let path: String
    private let assembly: SourceAssembly
    private let engine: Engine
    private let notifications: ServiceNotifications
    private let logger: Logger
    private let turn = Turn()
    private let inForce: Mutex<InForce>

    /// Who may operate now.
    var operators: Operators { inForce.withLock { $0.operators } }
    var status: String { inForce.withLock { $0.status } }

    init(
        launch: Launch, running: LoadedConfiguration, assembly: SourceAssembly, engine: Engine,
        notifications: ServiceNotifications, logger: Logger
    ) {
        self.launch = launch
        self.running = running.daemon
        path = running.path
        self.assembly = assembly
        self.engine = engine
        self.notifications = notifications
        self.logger = logger
        inForce = Mutex(InForce(running, user: launch.user))
    }

    /// Answers with the warnings. What could not be reloaded has been announced when this throws.
    func reload() async throws(EngineError) -> [String] {
        await turn.take()
        notifications.reloading()
        let outcome = await attempt()
        notifications.ready(status: status)
        await turn.pass()
        return try outcome.get()
    }

    private func attempt() async -> Result<[String], EngineError> {
        do throws(EngineError) {
            let loaded = try await load()
            try await putInForce(loaded)
            return .success(loaded.warnings.map(\.description))
        } catch {
            return .failure(error)
        }
    }

    private func putInForce(_ loaded: LoadedConfiguration) async throws(EngineError) {
        do throws(StoreError) {
            try await engine.reload(assembly.configuration(loaded))
        } catch {
            throw EngineError(error)
        }
        let next = InForce(loaded, user: launch.user)
        inForce.withLock { $0 = next }
    }

    private func load() async throws(EngineError) -> LoadedConfiguration {
        let faults: [String]
        do throws(ConfigurationFaults) {
            let loaded = try LoadedConfiguration.load(path, in: launch.surroundings)
            faults = loaded.fixedFaults(running: running).map(\.description)
            if faults.isEmpty { return loaded }
        } catch {
            faults = error.faults.map(\.description)
        }
        await announce(faults)
        throw EngineError(
            .configurationRejected(faults: faults), "\(path) has \(faults.count) fault\(faults.count == 1 ? "" : "s")",
            hint: "the configuration in force stays; walletctl check shows all of them")
    }

    /// Whoever asked hears of the faults even where the event cannot be stored.
    private func announce(_ faults: [String]) async {
        do throws(StoreError) {
            try await engine.reject(path, faults: faults)
        } catch {
            logger.error("that \(path) was rejected could not be stored (\(error))")
        }
    }
}

extension Reloader.InForce {
    fileprivate init(_ loaded: LoadedConfiguration, user: UInt32) {
        operators = Operators(loaded.daemon.operators, user: user)
        let (sources, rules) = (loaded.sources.count, loaded.rules.count + loaded.cashOuts.rules.count)
        status = "watching \(sources) source\(sources == 1 ? "" : "s") with \(rules) rule\(rules == 1 ? "" : "s")"
    }
}

extension Operators {
    /// Root always is one; so is the daemon's own user where it is a person's.
    fileprivate init(_ configured: [Operator], user: UInt32) {
        var users: Set<UInt32> = []
        var groups: Set<UInt32> = []
        for entry in configured {
            switch entry {
            case .user(_, let id): users.insert(id)
            case .group(_, let id): groups.insert(id)
            }
        }
        self.init(users: users, groups: groups, ownUser: user)
    }
}
