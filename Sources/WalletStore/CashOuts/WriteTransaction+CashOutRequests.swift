import SQLite
package import WalletCore

/// What persons ask of cash-outs.
extension WriteTransaction {
    /// Nothing may be sent from here on; does nothing where that is so already.
    package func pauseCashOuts(by person: String) throws(StoreError) {
        try database.run(
            "INSERT INTO stop_switch (one, paused_at, paused_by) VALUES (1, ?, ?) ON CONFLICT DO NOTHING", now, person)
    }

    package func resumeCashOuts() throws(StoreError) {
        try database.run("DELETE FROM stop_switch")
    }

    /// An operator knows that history went back, and goes on with it as it is.
    package func acceptHistory() throws(StoreError) {
        try database.forget(.wentBack)
    }

    /// Keeps what a provider said when a person asked.
    package func add(_ evidence: Evidence, on cashOut: StoredCashOut) throws(StoreError) {
        // Rounded down: it is never thought younger than it is.
        try database.run(
            "INSERT INTO evidence (id, cashout, at, boot, asked, finding) VALUES (?, ?, ?, ?, ?, ?)",
            evidence.id, cashOut.number, now, evidence.askedAt.boot, evidence.askedAt.elapsed.wholeMilliseconds,
            evidence.finding.column)
    }

    /// Remembers which cash-out a request made, so that the same one makes no other; forgets what is older than
    /// ``IdempotencyKey/keptFor``.
    package func remember(_ key: IdempotencyKey, for cashOut: StoredCashOut) throws(StoreError) {
        try database.run("DELETE FROM idempotency_key WHERE at <= ?", now - IdempotencyKey.keptFor)
        try database.run(
            "INSERT INTO idempotency_key (caller, key, body_hash, cashout, at) VALUES (?, ?, ?, ?, ?)",
            key.caller, key.key, key.bodyHash, cashOut.number, now)
    }
}
