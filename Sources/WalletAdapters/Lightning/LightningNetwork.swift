/// A chain that Lightning runs on; as BOLT 11 writes it, it begins every invoice after `ln`.
package enum LightningNetwork: String, Sendable, CaseIterable {
    case bitcoin
    case testnet
    case signet
    case regtest

    var prefix: String {
        switch self {
        case .bitcoin: "bc"
        case .testnet: "tb"
        case .signet: "tbs"
        case .regtest: "bcrt"
        }
    }
}
