import Synchronization

/// The configuration that decisions are made by.
///
/// It is replaced inside the transaction that puts a new one in force and read inside transactions, all of which run one
/// after the other on the writer's thread: no decision mixes two configurations.
package final class ConfigurationInForce: Sendable {
    private let active: Mutex<ActiveConfiguration>

    package init(_ configuration: EngineConfiguration) {
        active = Mutex(ActiveConfiguration(configuration))
    }

    package var current: ActiveConfiguration { active.withLock { $0 } }

    func replace(by configuration: ActiveConfiguration) { active.withLock { $0 = configuration } }
}
