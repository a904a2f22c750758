import WalletCore
import WalletStore

extension ActiveConfiguration {
    var cashOuts: CashOutConfiguration { configuration.cashOuts }

    func route(to destination: String) -> PayoutRoute? { configuration.parties?.routes[destination] }

    var rates: [WatchedRates] { configuration.parties?.rates ?? [] }

    /// By which a person approves a plan: a hash of all that an approval is about, short enough to be typed.
    func id(of plan: Plan) -> String { String(digest(plan.material).prefix(ActiveConfiguration.planIDLength)) }

    /// 64 bits: plenty among the few plans that a person compares.
    private static let planIDLength = 16

    private func digest(_ text: String) -> String { configuration.parties?.digest(text) ?? "" }

    func cashOutRule(_ name: String) -> CashOutRule? { cashOuts.rules.first { $0.name == name } }

    /// Whether there is anything to decide.
    var decidesCashOuts: Bool { !cashOuts.rules.isEmpty || !cashOuts.providers.isEmpty }

    /// Whether some cash-out rule may take from the source.
    func feedsCashOuts(_ source: String) -> Bool { cashOutScope.sources[source] != nil }

    /// What a decision must know that is also about holdings of these sources.
    func cashOutScope(with sources: Set<String>) -> CashOutScope {
        var scope = cashOutScope
        for name in sources where scope.sources[name] == nil {
            guard let settings = source(name)?.settings else { continue }
            scope.sources[name] = CashOutScope.SourceTerms(settings, credit: .undated)
        }
        return scope
    }

    /// What the store remembers of the configuration, with who gets value as it resolves now.
    func configuredCashOuts(_ identified: CashOutConfiguration) -> ConfiguredCashOuts {
        var configured = ConfiguredCashOuts()
        for (name, destination) in identified.destinations where !destination.identity.isEmpty {
            configured.destinations[name] = destination.identity
        }
        for (name, provider) in identified.providers where !provider.identityHash.isEmpty {
            configured.providers[name] = provider.identityHash
        }
        for rule in identified.rules {
            guard let destination = identified.destinations[rule.destination],
                let provider = identified.providers[destination.provider]
            else { continue }
            configured.revisions[rule.name] = digest(rule.consentText(destination, provider))
        }
        return configured
    }
}

extension CashOutScope {
    /// For the rules of a configuration.
    init(_ configuration: EngineConfiguration) {
        let cashOuts = configuration.cashOuts
        var sources: [String: SourceTerms] = [:]
        for settings in configuration.sources.map(\.settings) {
            let rules = cashOuts.rules.filter { rule in rule.from.contains { $0.source.matches(settings.name) } }
            guard !rules.isEmpty else { continue }
            sources[settings.name] = SourceTerms(
                settings, credit: rules.contains { $0.maxAge != nil } ? .dated : .undated)
        }
        let budgets = cashOuts.rules.compactMap(\.budget) + [cashOuts.limits].compactMap(\.self)
        var rates: [String: Duration?] = [:]
        for source in configuration.parties?.rates ?? [] { rates.updateValue(source.staleAfter, forKey: source.name) }
        self.init(
            sources: sources, window: budgets.map(\.every).max() ?? .zero, rateSources: rates,
            assets: configuration.assets)
    }
}

extension CashOutScope.SourceTerms {
    fileprivate init(_ settings: SourceSettings, credit: Credit) {
        self.init(staleAfter: settings.staleAfter, withdrawal: settings.withdrawal, credit: credit)
    }
}
