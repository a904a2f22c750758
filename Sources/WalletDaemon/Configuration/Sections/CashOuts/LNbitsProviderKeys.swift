import WalletAdapters
import WalletCore

/// The keys of `adapter = "lnbits"` of a provider: those of the server, and what its wallet is like.
struct LNbitsProviderKeys {
    let surroundings: ConfigurationSurroundings
    let assets: KnownAssets

    func read(_ reader: inout TableReader) -> LNbitsProviderDefinition? {
        let server = LNbitsKeys(surroundings: surroundings).read(&reader)
        let network = reader.optional("network") { value throws(ValueFlaw) in
            try value.word(LightningNetwork.self)
        }
        let reserve = reader.member("reserve").flatMap { self.reserve($0, reader) }
        return server.map {
            LNbitsProviderDefinition(server: $0, network: network ?? .bitcoin, reserve: reserve)
        }
    }

    private func reserve(_ member: MergedTable.Member, _ reader: TableReader) -> FeeTable? {
        guard let table = FeeTableKeys(assets: assets).read(member, reader) else { return nil }
        let sum = table.fixed ?? table.minimum ?? table.maximum
        if let sum, sum.asset.code != "SAT" {
            reader.findings.fault(
                "`\(member.key)` is in \(sum.asset.code); what goes over Lightning is counted in SAT", at: member.place)
        }
        return table
    }
}
