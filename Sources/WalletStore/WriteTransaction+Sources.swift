import SQLite
package import WalletCore

extension WriteTransaction {
    /// Brings the stored sources in line with a configuration: new ones are added, those that are gone get
    /// `removedAt`. Health and schedule of the others stay.
    package func configure(_ sources: [ConfiguredSource]) throws(StoreError) -> SourceChanges {
        var left = try configuredFingerprints()
        var changes = SourceChanges()
        for source in sources.sorted(by: { $0.name < $1.name }) {
            switch left.removeValue(forKey: source.name) {
            case source.fingerprint: continue
            case .some: changes.edited.append(source.name)
            case nil: changes.added.append(source.name)
            }
            try put(source)
        }
        changes.removed = left.keys.sorted()
        for name in changes.removed {
            try database.run("UPDATE source SET removed_at = ?, next_poll = NULL WHERE name = ?", now, name)
        }
        return changes
    }

    private func configuredFingerprints() throws(StoreError) -> [String: [UInt8]] {
        let known = try database.query("SELECT name, fingerprint FROM source WHERE removed_at IS NULL") { row in
            (row.text(0), row.blob(1))
        }
        return Dictionary(uniqueKeysWithValues: known)
    }

    private func put(_ source: ConfiguredSource) throws(StoreError) {
        try database.run(
            """
            INSERT INTO source (name, adapter, fingerprint, first_configured) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET
              adapter = excluded.adapter, fingerprint = excluded.fingerprint, removed_at = NULL
            """,
            source.name, source.adapter, source.fingerprint, now)
    }

    /// Saves what can change of a source: health and schedule.
    package func save(_ source: StoredSource) throws(StoreError) {
        let health = source.health
        try database.run(
            """
            UPDATE source SET
              last_success = ?, failed_at = ?, failure = ?, failure_message = ?, consecutive_failures = ?,
              needs_attention = ?, paused_at = ?, last_attempt = ?, next_poll = ?
            WHERE name = ?
            """,
            health.lastSuccess, health.lastFailure?.at, health.lastFailure?.reason.rawValue,
            health.lastFailure?.message, health.consecutiveFailures, health.needsAttention ? 1 : 0, health.pausedAt,
            source.lastAttempt, source.nextPoll, source.name)
        guard database.changes == 1 else { throw database.refused("there is no source \(source.name)") }
    }

    /// Counts a poll at ``now`` against the source's quota; polls before `keptSince` are forgotten.
    package func recordPoll(of source: String, keptSince: Timestamp) throws(StoreError) {
        try database.run(
            "DELETE FROM poll WHERE source_id = (SELECT id FROM source WHERE name = ?) AND at < ?", source, keptSince)
        try database.run(
            "INSERT INTO poll (source_id, at) VALUES ((SELECT id FROM source WHERE name = ?), ?)", source, now)
    }

    /// A poll at ``now`` failed: extends the source's open gap when it has the same reason, else begins one.
    package func extendGap(of source: String, reason: String, message: String) throws(StoreError) {
        try database.run(
            """
            UPDATE gap SET last_at = max(last_at, ?), attempts = attempts + 1, message = ?
            WHERE source_id = (SELECT id FROM source WHERE name = ?) AND ended_at IS NULL AND reason = ?
            """,
            now, message, source, reason)
        guard database.changes == 0 else { return }
        try endGap(of: source)
        // Begins after the last one, also where the clock was set back: gaps of a source do not overlap.
        try database.run(
            """
            INSERT INTO gap (source_id, first_at, last_at, reason, message, attempts)
            SELECT id, start, start, ?3, ?4, 1
            FROM (
              SELECT id, max(?2, coalesce((
                SELECT max(ended_at, first_at + 1) FROM gap WHERE source_id = source.id ORDER BY first_at DESC LIMIT 1
              ), ?2)) AS start
              FROM source WHERE name = ?1)
            """,
            source, now, reason, message)
        guard database.changes == 1 else { throw database.refused("there is no source \(source)") }
    }

    /// A poll at ``now`` succeeded; does nothing when no gap is open.
    package func endGap(of source: String) throws(StoreError) {
        try database.run(
            """
            UPDATE gap SET ended_at = max(last_at, ?)
            WHERE source_id = (SELECT id FROM source WHERE name = ?) AND ended_at IS NULL
            """,
            now, source)
    }
}
