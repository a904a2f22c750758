import WalletAdapters
import WalletCore
import WalletEngine

/// Turns what was configured into what runs: every source gets its adapter.
struct SourceAssembly: Sendable {
    let key: InstanceKey
    let directories: AdapterDirectories
    let transports: AdapterTransports

    func configuration(_ loaded: LoadedConfiguration) -> EngineConfiguration {
        let context = AdapterContext(
            assets: loaded.assets, directories: directories, transports: transports, hash: KeyedHash(key.hash))
        var configuration = EngineConfiguration(
            sources: loaded.sources.map { watched($0, in: context) }, rules: loaded.rules, assets: loaded.assets,
            path: loaded.path, sha256: loaded.sha256)
        configuration.retention = loaded.daemon.retention
        let cashOuts = CashOutAssembly(
            credentials: Credentials(directory: directories.credentials), assets: loaded.assets, context: context,
            hash: key.hash)
        configuration.cashOuts = cashOuts.configuration(loaded.cashOuts)
        configuration.parties = cashOuts.parties(loaded.cashOuts)
        return configuration
    }

    private func watched(_ source: ConfiguredSource, in context: AdapterContext) -> WatchedSource {
        WatchedSource(
            settings: source.settings,
            adapter: AdapterList.makeSource(source.definition, settings: source.settings, context: context),
            fingerprint: fingerprint(source))
    }

    /// Differs where what is read differs: another definition, another interval, another secret.
    private func fingerprint(_ source: ConfiguredSource) -> [UInt8] {
        let credentials = Credentials(directory: directories.credentials)
        let secrets = source.definition.secrets.map(credentials.bytesOrMark)
        let every = source.settings.every.map { $0.text } ?? "never"
        return key.hash([Array("\(source.definition)".utf8), Array(every.utf8)] + secrets)
    }
}
