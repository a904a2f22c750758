package import WalletCore

/// What the adapters work with: one value for each configuration that is in force.
package struct AdapterContext: Sendable {
    let assets: AssetTable
    let directories: AdapterDirectories
    let transports: AdapterTransports
    /// Of the requests of cash-outs as they go out.
    let hash: KeyedHash

    package init(
        assets: AssetTable, directories: AdapterDirectories, transports: AdapterTransports, hash: KeyedHash
    ) {
        self.assets = assets
        self.directories = directories
        self.transports = transports
        self.hash = hash
    }
}
