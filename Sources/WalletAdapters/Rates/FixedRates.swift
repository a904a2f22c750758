import WalletCore

/// The rates that stand in the configuration.
struct FixedRates: RateSource {
    let definition: FixedRatesDefinition
    let assets: AssetTable

    func read() async throws(PortFailure) -> [Rate] {
        do {
            return try definition.rates(assets: assets)
        } catch {
            throw PortFailure(.misconfigured, "pairs: \(error)")
        }
    }
}
