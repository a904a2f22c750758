import WalletAdapters
import WalletCore

/// The keys of `adapter = "lnbits"` of a provider: those of the server, and the network of its wallet.
struct LNbitsProviderKeys {
    let surroundings: ConfigurationSurroundings
    /// What the configuration knows of the fees, which is what the server keeps back for a route.
    let fee: FeeTable?

    func read(_ reader: inout TableReader) -> LNbitsProviderDefinition? {
        let server = LNbitsKeys(surroundings: surroundings).read(&reader)
        let network = reader.optional("network") { value throws(ValueFlaw) in
            try value.word(LightningNetwork.self)
        }
        checkFee(reader)
        return server.map {
            LNbitsProviderDefinition(server: $0, network: network ?? .bitcoin, reserve: fee)
        }
    }

    private func checkFee(_ reader: TableReader) {
        guard let sum = fee?.fixed ?? fee?.minimum ?? fee?.maximum, sum.asset.code != "SAT" else { return }
        reader.findings.fault(
            "`fee` is in \(sum.asset.code); what goes over Lightning costs SAT",
            at: reader.table["fee"]?.place ?? reader.table.place)
    }
}
