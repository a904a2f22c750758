import SQLite
package import WalletCore

extension WriteTransaction {
    /// What a source of rates said now takes the place of what it said of the same pairs.
    package func save(_ rates: [Rate], of source: String) throws(StoreError) {
        for rate in rates {
            try database.run(
                """
                INSERT INTO rate (source, base, quote, value, as_of, read_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = excluded.value, as_of = excluded.as_of, read_at = excluded.read_at
                """,
                source, rate.base.code, rate.quote.code, rate.value, rate.asOf.description, now)
        }
    }

    /// Forgets the rates of sources that are not configured any more.
    package func keepRates(of sources: [String]) throws(StoreError) {
        let known = try database.query("SELECT DISTINCT source FROM rate") { $0.text(0) }
        for source in known where !sources.contains(source) {
            try database.run("DELETE FROM rate WHERE source = ?", source)
        }
    }
}
