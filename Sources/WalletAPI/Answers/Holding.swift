/// One holding and its balance: an item of `GET /v1/holdings`, and the answer to recording one.
package struct Holding: Codable, Sendable, Equatable {
    package var source: String
    package var account: String
    package var asset: String
    /// What the configuration calls the asset, where it says so.
    package var assetName: String?
    package var kind: String
    package var available: Amount
    package var total: Amount?
    /// The vendor's own time of the balance, where it gave one.
    package var asOf: String?
    package var readAt: String?
    package var changedAt: String?
    /// `fresh`, `stale` or `unknown`.
    package var freshness: String
    /// `direct`, `partner`, `voucher` or `none`.
    package var withdrawal: String
    /// Absent where no part of the balance expires.
    package var lots: [Lot]?

    package init(source: String, account: String, asset: String, kind: String, available: Amount) {
        self.source = source
        self.account = account
        self.asset = asset
        self.kind = kind
        self.available = available
        self.freshness = "unknown"
        self.withdrawal = "none"
    }

    /// In the order of the bytes of the names, in which JSON has them anyway: of holdings there are many.
    private enum CodingKeys: String, CodingKey {
        case account
        case asOf = "as_of"
        case asset
        case assetName = "asset_name"
        case available
        case changedAt = "changed_at"
        case freshness, kind, lots
        case readAt = "read_at"
        case source, total, withdrawal
    }

    /// A part of a balance that expires.
    package struct Lot: Codable, Sendable, Equatable {
        package var amount: Amount
        /// A day, `2027-03-01`.
        package var expires: String

        package init(amount: Amount, expires: String) {
            self.amount = amount
            self.expires = expires
        }
    }
}
