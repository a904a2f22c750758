import WalletCore

/// A source that always reads the same.
struct FixedSource: BalanceSource {
    let reading: Reading

    func read() async throws(PortFailure) -> Reading { reading }
}
