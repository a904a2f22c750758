import SQLite
package import WalletCore

extension StoreTransaction {
    /// By name; those that left the configuration too.
    package func sources() throws(StoreError) -> [StoredSource] {
        try database.query("SELECT \(StoredSource.columns) FROM source ORDER BY name", read: StoredSource.init)
    }

    package func source(_ name: String) throws(StoreError) -> StoredSource? {
        try database.first("SELECT \(StoredSource.columns) FROM source WHERE name = ?", name, read: StoredSource.init)
    }

    /// The polls of a source since `since` that count against its quota: the last `limit` of them, oldest first.
    package func polls(of source: String, since: Timestamp, limit: Int) throws(StoreError) -> [Timestamp] {
        try database.query(
            """
            SELECT at FROM poll WHERE source_id = (SELECT id FROM source WHERE name = ?) AND at >= ?
            ORDER BY at DESC LIMIT ?
            """,
            source, since, limit
        ) { $0.timestamp(0) }.reversed()
    }

    /// The earliest scheduled poll of a configured source that is not paused.
    package func nextPoll() throws(StoreError) -> Timestamp? {
        let next = try database.first(
            "SELECT min(next_poll) FROM source WHERE removed_at IS NULL AND paused_at IS NULL"
        ) { $0.optionalTimestamp(0) }
        return next ?? nil
    }
}

extension StoredSource {
    fileprivate static let columns = """
        name, adapter, removed_at, first_configured, last_success, failed_at, failure, failure_message,
        consecutive_failures, needs_attention, paused_at, last_attempt, next_poll
        """

    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        name = row.text(0)
        adapter = row.text(1)
        removedAt = row.optionalTimestamp(2)
        health = SourceHealth(firstConfigured: row.timestamp(3))
        health.lastSuccess = row.optionalTimestamp(4)
        if let failedAt = row.optionalTimestamp(5) {
            health.lastFailure = SourceHealth.Failure(at: failedAt, reason: try row.word(6), message: row.text(7))
        }
        health.consecutiveFailures = row.int(8)
        health.needsAttention = row.int(9) != 0
        health.pausedAt = row.optionalTimestamp(10)
        lastAttempt = row.optionalTimestamp(11)
        nextPoll = row.optionalTimestamp(12)
    }
}
