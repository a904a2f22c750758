package import WalletCore
import WalletStore

/// A configuration with what is looked up in it all the time.
package struct ActiveConfiguration: Sendable {
    package let configuration: EngineConfiguration
    private let sources: [String: WatchedSource]
    private let rules: [String: AlertRule]
    private let rulesBySource: [String: [AlertRule]]
    /// What the decision about all cash-out rules must know.
    let cashOutScope: CashOutScope

    package init(_ configuration: EngineConfiguration) {
        self.configuration = configuration
        sources = Dictionary(uniqueKeysWithValues: configuration.sources.map { ($0.settings.name, $0) })
        rules = Dictionary(uniqueKeysWithValues: configuration.rules.map { ($0.name, $0) })
        rulesBySource = sources.mapValues { source in
            configuration.rules.filter { $0.selection.selects(source: source.settings.name) }
        }
        cashOutScope = CashOutScope(configuration)
    }

    package func source(_ name: String) -> WatchedSource? { sources[name] }

    package func rule(_ name: String) -> AlertRule? { rules[name] }

    /// The rules that may watch something of a source, in name order.
    package func rules(onSource name: String) -> [AlertRule] { rulesBySource[name] ?? [] }
}
