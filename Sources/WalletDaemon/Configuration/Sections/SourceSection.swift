import WalletAdapters
import WalletCore

/// Reads `[sources.NAME]`: what all adapters share here, the rest where the adapter's keys are read.
struct SourceSection {
    let surroundings: ConfigurationSurroundings
    let assets: KnownAssets
    let findings: Findings

    func read(_ section: NamedTables) -> [ConfiguredSource] {
        section.checkNames(findings)
        return section.entries.compactMap { entry in entry.table.flatMap { read($0, named: entry.name) } }
    }

    private func read(_ table: MergedTable, named name: String) -> ConfiguredSource? {
        var reader = TableReader(table, findings)
        let key = AdapterKey<AdapterName>(&reader)
        guard let adapter = key.probable else {
            readWithoutAdapter(&reader)
            return nil
        }
        var settings = SourceSettings(name: name, adapter: adapter.rawValue, every: nil, staleAfter: .zero)
        if adapter == .manual {
            PollingKeys.refuse(&reader)
        } else {
            PollingKeys.read(&reader, into: &settings)
        }
        BalanceKeys.read(&reader, into: &settings)
        let definition = definition(adapter, &reader)
        reader.finish()
        guard key.written != nil, let definition else { return nil }
        settings.host = definition.host
        return ConfiguredSource(settings: settings, definition: definition)
    }

    private func definition(_ adapter: AdapterName, _ reader: inout TableReader) -> SourceDefinition? {
        switch adapter {
        case .manual: .manual
        case .file: FileSourceKeys.read(&reader).map(SourceDefinition.file)
        case .exec: PluginKeys(surroundings: surroundings).read(&reader).map(SourceDefinition.exec)
        case .http:
            HTTPSourceKeys(surroundings: surroundings, assets: assets).read(&reader).map(SourceDefinition.http)
        case .lnbits: LNbitsKeys(surroundings: surroundings).read(&reader).map(SourceDefinition.lnbits)
        }
    }

    /// Only what all adapters share is checked.
    private func readWithoutAdapter(_ reader: inout TableReader) {
        var settings = SourceSettings(name: "", adapter: "", every: nil, staleAfter: .zero)
        PollingKeys.read(&reader, into: &settings)
        BalanceKeys.read(&reader, into: &settings)
        AdapterKey<AdapterName>.finish(&reader) { _ = self.definition($0, &$1) }
    }
}
