import WalletCore

/// Reads the balance of a wallet on an LNbits server: one holding, in SAT to the millisatoshi.
struct LNbitsSource: BalanceSource {
    let server: LNbitsServer
    let assets: AssetTable

    /// A key opens one wallet. The wallet's name can be changed and its id is not told to a key that can only read, so
    /// neither names the account.
    static let account = "wallet"

    func read() async throws(PortFailure) -> Reading {
        let satoshi = try Millisatoshi.asset(in: assets)
        let available = try await server.wallet().amount(of: satoshi)
        return Reading(balances: [Balance(account: Self.account, available: available)], completeness: .complete)
    }
}
