package import WalletCore

/// A configuration without a fault, as the parts of the daemon take it.
package struct LoadedConfiguration: Sendable {
    package let daemon: DaemonSettings
    package let assets: AssetTable
    /// What declared assets are called, by code, where the configuration says so.
    package let assetNames: [String: String]
    /// In the order of their names.
    package let sources: [ConfiguredSource]
    /// In the order of their names.
    package let rules: [AlertRule]
    package let cashOuts: ConfiguredCashOuts
    /// What deserves a look, in the order of the files and of their lines.
    package let warnings: [ConfigurationFault]
    /// The main file as it was named.
    package let path: String
    /// Of the bytes of all files, one after the other, in hexadecimal.
    package let sha256: String
}
