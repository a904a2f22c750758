import WalletCore

/// What Lightning counts in: thousandths of the asset `SAT`.
enum Millisatoshi {
    static let digits = 3

    static func asset(in assets: AssetTable) throws(PortFailure) -> Asset {
        do {
            return try assets.asset("SAT")
        } catch {
            throw PortFailure(.misconfigured, "\(error)")
        }
    }
}
