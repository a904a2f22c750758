import SQLite
package import WalletCore

extension StoreTransaction {
    /// Every provider that was ever configured, by name.
    package func providerStandings() throws(StoreError) -> [String: ProviderStanding] {
        let rows = try database.query(
            "SELECT name, identity, since, promise, attention_at, attention, attention_message FROM provider"
        ) { row throws(SQLiteError) in
            var standing = ProviderStanding(
                FirstSight(identity: row.text(1), since: row.timestamp(2)), promise: try row.optionalValue(3))
            if let at = row.optionalTimestamp(4) {
                standing.attention = SourceHealth.Failure(at: at, reason: try row.word(5), message: row.text(6))
            }
            return (row.text(0), standing)
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// Every destination that was ever configured, by name.
    package func destinationSights() throws(StoreError) -> [String: FirstSight] {
        let rows = try database.query("SELECT name, identity, since FROM destination") { row in
            (row.text(0), FirstSight(identity: row.text(1), since: row.timestamp(2)))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// What a person has been told about a provider, and need not be told again.
    package func told(about provider: String) throws(StoreError) -> Set<TrustNotice.Code> {
        Set(
            try database.query("SELECT code FROM trust_announced WHERE provider = ?", provider) {
                row throws(SQLiteError) in try row.word(0)
            })
    }
}
