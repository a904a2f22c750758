import SQLite
package import WalletCore

extension StoreTransaction {
    /// The latest of each source and pair, in that order, between assets that are known.
    package func rates(between assets: AssetTable) throws(StoreError) -> [StoredRate] {
        try database.query(
            "SELECT source, base || '/' || quote, value, as_of, read_at FROM rate ORDER BY source, base, quote"
        ) { row throws(SQLiteError) -> StoredRate? in
            let asOf = try row.date(3)
            do throws(RateError) {
                let rate = try Rate.parse(pair: row.text(1), value: row.text(2), asOf: asOf, assets: assets)
                return StoredRate(source: row.text(0), rate: rate, readAt: row.timestamp(4))
            } catch {
                if case .asset = error { return nil }
                throw row.corruption("a rate is none")
            }
        }.compactMap(\.self)
    }
}
