import WalletAdapters

/// The keys of `adapter = "lnbits"`, of a source as of a provider.
struct LNbitsKeys {
    let surroundings: ConfigurationSurroundings

    func read(_ reader: inout TableReader) -> LNbitsDefinition? {
        let url = reader.required("url", ServerKeys.base)
        let key = SecretKeys(inspection: surroundings.credentials).required("key", &reader)
        let caFile = reader.optional("ca_file", ServerKeys.authorities)
        guard let url, let key else { return nil }
        return LNbitsDefinition(url: url, key: key, caFile: caFile)
    }
}
