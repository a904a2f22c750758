import WalletAdapters
import WalletCore

/// Reads `[providers.NAME]`: the terms that all have, and the keys of the adapter.
struct ProviderSection {
    let surroundings: ConfigurationSurroundings
    let assets: KnownAssets
    let findings: Findings

    /// In the order of their names.
    func read(_ section: NamedTables) -> [ConfiguredProvider] {
        section.checkNames(findings)
        return section.entries.compactMap { entry in entry.table.flatMap { read($0, named: entry.name) } }
    }

    private func read(_ table: MergedTable, named name: String) -> ConfiguredProvider? {
        var reader = TableReader(table, findings)
        let adapter = AdapterKey<ProviderAdapterName>(&reader)
        var terms = Provider(name: name, adapter: adapter.probable?.rawValue ?? "", identityHash: "")
        ProviderTermsKeys(assets: assets, today: surroundings.today).read(&reader, into: &terms)
        guard let probable = adapter.probable else {
            AdapterKey<ProviderAdapterName>.finish(&reader) { _ = self.definition($0, of: terms, &$1) }
            return nil
        }
        let definition = definition(probable, of: terms, &reader)
        reader.finish()
        guard adapter.written != nil, let definition else { return nil }
        return ConfiguredProvider(terms: terms, definition: definition)
    }

    private func definition(
        _ adapter: ProviderAdapterName, of terms: Provider, _ reader: inout TableReader
    ) -> ProviderDefinition? {
        switch adapter {
        case .exec: PluginKeys(surroundings: surroundings).read(&reader).map(ProviderDefinition.exec)
        case .lnbits:
            LNbitsProviderKeys(surroundings: surroundings, fee: terms.fee).read(&reader)
                .map(ProviderDefinition.lnbits)
        }
    }
}
