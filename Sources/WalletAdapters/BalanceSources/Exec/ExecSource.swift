import WalletCore

/// Reads balances by running a program.
struct ExecSource: BalanceSource {
    let plugin: Plugin
    let assets: AssetTable

    func read() async throws(PortFailure) -> Reading {
        try await plugin.run(plugin.request("read")).answer("reading") { bytes throws(PortFailure) in
            try ReadingDocument(assets: assets, mark: .required).read(bytes)
        }
    }
}
