import Synchronization

/// The configuration that decisions are made by.
///
/// It is replaced on the writer's thread right after the commit that puts a new one in force, and read inside
/// transactions, all of which run one after the other on that thread: no decision mixes two configurations.
package final class ConfigurationInForce: Sendable {
    private struct State {
        var active: ActiveConfiguration
        var serial = 0
    }

    private let state: Mutex<State>

    package init(_ configuration: EngineConfiguration) {
        state = Mutex(State(active: ActiveConfiguration(configuration)))
    }

    package var current: ActiveConfiguration { state.withLock { $0.active } }

    /// How many have been in force up to now; tells the order of two that come soon after each other.
    var serial: Int { state.withLock { $0.serial } }

    func replace(by configuration: ActiveConfiguration) {
        state.withLock { state in
            state.active = configuration
            state.serial += 1
        }
    }
}
