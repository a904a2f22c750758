import Synchronization
import WalletControl
import WalletEngine
import WalletStore

/// Reads the configuration again and puts it in force whole, or not at all. One at a time.
actor Reloader {
    private let launch: Launch
    private let running: DaemonSettings
    private let path: String
    private let assembly: SourceAssembly
    private let engine: Engine
    private let notifications: ServiceNotifications
    private let operators: OperatorsInForce

    init(
        launch: Launch, running: LoadedConfiguration, assembly: SourceAssembly, engine: Engine,
        notifications: ServiceNotifications, operators: OperatorsInForce
    ) {
        self.launch = launch
        self.running = running.daemon
        path = running.path
        self.assembly = assembly
        self.engine = engine
        self.notifications = notifications
        self.operators = operators
    }

    /// Answers with the warnings. What could not be reloaded has been announced when this throws.
    func reload() async throws(EngineError) -> [String] {
        notifications.reloading()
        defer { notifications.ready(status: "watching") }
        let loaded = try await load()
        do throws(StoreError) {
            try await engine.reload(assembly.configuration(loaded))
        } catch {
            throw EngineError(error)
        }
        operators.replace(by: Operators(loaded.daemon.operators, user: launch.user))
        return loaded.warnings.map(\.description)
    }

    private func load() async throws(EngineError) -> LoadedConfiguration {
        let faults: [String]
        do throws(ConfigurationFaults) {
            let loaded = try LoadedConfiguration.load(path, in: launch.surroundings)
            faults = fixedFaults(loaded.daemon)
            if faults.isEmpty { return loaded }
        } catch {
            faults = error.faults.map(\.description)
        }
        try await announce(faults)
        throw EngineError(
            .configurationRejected(faults: faults), "\(path) has \(faults.count) fault\(faults.count == 1 ? "" : "s")",
            hint: "the configuration in force stays; walletctl check shows all of them")
    }

    /// What a running daemon cannot change about itself.
    private func fixedFaults(_ next: DaemonSettings) -> [String] {
        var keys: [String] = []
        if next.database != running.database { keys.append("database") }
        if next.socket != running.socket { keys.append("socket") }
        return keys.map { "\(path): `\($0)` in [daemon] changed, which takes a restart" }
    }

    private func announce(_ faults: [String]) async throws(EngineError) {
        do throws(StoreError) {
            try await engine.reject(path, faults: faults)
        } catch {
            throw EngineError(error)
        }
    }
}

/// Who may operate now; replaced by a reload.
final class OperatorsInForce: Sendable {
    private let operators: Mutex<Operators>

    init(_ operators: Operators) {
        self.operators = Mutex(operators)
    }

    var current: Operators { operators.withLock { $0 } }

    func replace(by next: Operators) { operators.withLock { $0 = next } }
}

extension Operators {
    /// Root always is one; so is the daemon's own user where it is a person's.
    init(_ configured: [Operator], user: UInt32) {
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
