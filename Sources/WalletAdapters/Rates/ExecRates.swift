import JSON
import WalletCore

/// Reads exchange rates by running a program (plugin protocol 1).
struct ExecRates: RateSource {
    let plugin: Plugin
    let assets: AssetTable

    func read() async throws(PortFailure) -> [Rate] {
        try await plugin.run(plugin.request("rates")).document("list of rates") { members throws(JSONShapeError) in
            try rates(&members)
        }
    }

    private func rates(_ members: inout JSONObjectReader) throws(JSONShapeError) -> [Rate] {
        let asOf = try members.member("as_of").text(BalanceText(assets: assets).date)
        let pairs = try members.member("pairs")
        var definition = FixedRatesDefinition(asOf: asOf, pairs: [])
        for pair in try pairs.members() {
            definition.pairs.append(FixedRatesDefinition.Pair(pair.name, try pair.value.string()))
        }
        do {
            return try definition.rates(assets: assets)
        } catch {
            throw JSONNode(.null, at: .member(pairs.path, error.pair)).refusal(because: error.reason)
        }
    }
}
