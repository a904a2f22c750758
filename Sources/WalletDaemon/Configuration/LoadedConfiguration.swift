import TOML
package import WalletCore

/// A configuration without a fault, as the parts of the daemon take it.
package struct LoadedConfiguration: Sendable {
    package let daemon: DaemonSettings
    package let assets: AssetTable
    /// In the order of their names.
    package let sources: [ConfiguredSource]
    /// In the order of their names.
    package let rules: [AlertRule]
    package let cashOuts: ConfiguredCashOuts
    /// What deserves a look, in the order of the files and of their lines.
    package let warnings: [ConfigurationFault]
    /// The absolute path of the main file.
    package let path: String
    /// Of the bytes of all files, one after the other, in hexadecimal.
    package let sha256: String
    /// Where those keys stand, or the table that they are missing in.
    let fixedPlaces: [String: Place]

    /// The keys of `[daemon]` that a running daemon cannot change about itself.
    static let fixedKeys = ["database", "socket"]
}

extension LoadedConfiguration {
    /// What a daemon that runs with other settings cannot take over.
    func fixedFaults(running: DaemonSettings) -> [ConfigurationFault] {
        let changed = [daemon.database != running.database, daemon.socket != running.socket]
        return zip(Self.fixedKeys, changed).filter(\.1).map { key, _ in
            let place = fixedPlaces[key] ?? ConfigurationFiles.place(0, path)
            return ConfigurationFault(
                file: place.file, line: place.position.line, column: place.position.column,
                message: "`\(key)` in [daemon] changed, which takes a restart")
        }
    }
}
