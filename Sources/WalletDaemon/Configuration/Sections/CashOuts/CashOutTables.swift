import WalletCore

/// Reads all tables that cash-outs are made of, and checks them against each other.
struct CashOutTables {
    let surroundings: ConfigurationSurroundings
    let assets: KnownAssets
    let sources: KnownSources
    /// The names of the alert rules.
    let alerts: Set<String>
    let findings: Findings

    func read(_ root: inout RootTable) -> ConfiguredCashOuts {
        let isLimited = root.mentions("limits")
        let limitsTable = root.single("limits")
        let limits = LimitsSection(assets: assets, findings: findings).read(limitsTable)
        let rates = RateSection(surroundings: surroundings, assets: assets, findings: findings)
            .read(root.named("rates"))
        let providerTables = root.named("providers")
        let providers = ProviderSection(surroundings: surroundings, assets: assets, findings: findings)
            .read(providerTables)
        let destinationTables = root.named("destinations")
        let destinations = DestinationSection(
            surroundings: surroundings, providers: KnownNames(providerTables, noun: "provider", findings: findings),
            sources: sources.names, findings: findings
        ).read(destinationTables)
        warnOfUnused(providerTables, destinationTables, destinations)
        var section = CashOutSection(
            assets: assets, sources: CashOutSourceCheck(sources, findings),
            destinations: KnownNames(destinationTables, noun: "destination", findings: findings),
            limits: isLimited ? .mentioned : .missing, findings: findings)
        let entries = section.read(root.named("cashouts"))
        warnOfNames(entries)
        // Two names that are one in Unicode's eyes are both faults already.
        CashOutRuleCheck(
            destinations: Dictionary(destinations.map { ($0.settings.name, $0.settings) }) { first, _ in first },
            providers: Dictionary(providers.map { ($0.terms.name, $0.terms) }) { first, _ in first },
            limits: limits, limitsPlace: limitsTable?["budget"]?.place, findings: findings
        ).check(entries)
        return ConfiguredCashOuts(
            rules: entries.map(\.rule), destinations: destinations, providers: providers, limits: limits, rates: rates)
    }

    /// An alert and a cash-out rule are asked about in the same way.
    private func warnOfNames(_ entries: [CashOutSection.Entry]) {
        for entry in entries where alerts.contains(entry.rule.name) {
            let name = entry.rule.name
            findings.warn(
                "an alert is called \"\(name)\", too: `walletctl why \(name)` tells of the cash-out, with `--type alert` "
                    + "of the alert",
                at: entry.table.place)
        }
    }

    /// A provider without a destination moves nothing; beside faults the missing link may be among them.
    private func warnOfUnused(
        _ providers: NamedTables, _ destinations: NamedTables, _ configured: [ConfiguredDestination]
    ) {
        guard findings.count == 0, !destinations.isDamaged else { return }
        let used = Set(configured.map(\.settings.provider))
        for entry in providers.entries where !used.contains(entry.name) {
            findings.warn(
                "no destination uses the provider \"\(entry.name)\": nothing can be paid out by it",
                at: entry.table?.place ?? entry.place)
        }
    }
}
