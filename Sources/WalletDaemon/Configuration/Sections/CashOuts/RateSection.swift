import WalletAdapters
import WalletCore

/// Reads `[rates.NAME]`.
struct RateSection {
    /// Banks and exchanges set new ones once a day; more often costs little and notices sooner.
    private static let everyDefault = Duration.seconds(6 * 3600)
    private static let everyRange = Duration.seconds(1)...Duration.seconds(366 * 86_400)
    private static let timeoutRange = Duration.seconds(1)...Duration.seconds(10 * 60)
    private static let staleAfterRange = Duration.seconds(1)...Duration.writtenMax
    /// From the beginning of Friday to the end of Monday: over a weekend there are no new ones.
    private static let staleAfterDefault = Duration.seconds(4 * 86_400)

    let surroundings: ConfigurationSurroundings
    let assets: KnownAssets
    let findings: Findings

    /// In the order of their names.
    func read(_ section: NamedTables) -> [ConfiguredRates] {
        section.checkNames(findings)
        return section.entries.compactMap { entry in entry.table.flatMap { read($0, named: entry.name) } }
    }

    private func read(_ table: MergedTable, named name: String) -> ConfiguredRates? {
        var reader = TableReader(table, findings)
        let adapter = AdapterKey<RateAdapterName>(&reader)
        let staleAfter = reader.optional("stale_after") { value throws(ValueFlaw) in
            try value.duration(in: Self.staleAfterRange)
        }
        guard let probable = adapter.probable else {
            AdapterKey<RateAdapterName>.finish(&reader) { _ = self.rates(named: name, $0, &$1) }
            return nil
        }
        var rates = rates(named: name, probable, &reader)
        reader.finish()
        if let staleAfter { rates?.staleAfter = staleAfter }
        return adapter.written == nil ? nil : rates
    }

    private func rates(
        named name: String, _ adapter: RateAdapterName, _ reader: inout TableReader
    ) -> ConfiguredRates? {
        switch adapter {
        case .fixed:
            refusePolling(&reader)
            return FixedRateKeys(assets: assets).read(&reader).map {
                ConfiguredRates(name: name, definition: .fixed($0), every: nil, staleAfter: nil)
            }
        case .exec:
            let every = reader.optional("every") { value throws(ValueFlaw) in
                try value.duration(in: Self.everyRange)
            }
            let timeout = reader.optional("timeout") { value throws(ValueFlaw) in
                try value.duration(in: Self.timeoutRange)
            }
            let definition = PluginKeys(surroundings: surroundings).read(&reader)
            return definition.map {
                var rates = ConfiguredRates(
                    name: name, definition: .exec($0), every: every ?? Self.everyDefault,
                    staleAfter: Self.staleAfterDefault)
                if let timeout { rates.timeout = timeout }
                return rates
            }
        }
    }

    private func refusePolling(_ reader: inout TableReader) {
        for key in ["every", "timeout"] where reader.table[key] != nil {
            guard let member = reader.member(key) else { continue }
            reader.findings.fault(
                "`\(key)` is no key of fixed rates: they stand in the configuration", at: member.place)
        }
    }
}
