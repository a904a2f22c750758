/// All that the configuration says about cash-outs.
package struct CashOutConfiguration: Equatable, Sendable {
    package var rules: [CashOutRule]
    /// By name, like the providers.
    package var destinations: [String: Destination]
    package var providers: [String: Provider]
    /// Over all cash-outs together.
    package var limits: Budget?

    package init(rules: [CashOutRule], destinations: [Destination], providers: [Provider], limits: Budget? = nil) {
        self.rules = rules
        self.destinations = Dictionary(destinations.map { ($0.name, $0) }) { first, _ in first }
        self.providers = Dictionary(providers.map { ($0.name, $0) }) { first, _ in first }
        self.limits = limits
    }
}
