import SQLite
package import WalletCore

extension StoreTransaction {
    /// The spans that reach into `range`, oldest first, at most `limit`; a further page begins after `last`, the
    /// `firstSeen` of the last span of the page before. Empty for a holding that never was.
    package func history(
        of id: HoldingID, in range: ClosedRange<Timestamp>, after last: Timestamp? = nil, limit: Int
    ) throws(StoreError) -> [BalanceSpan] {
        guard let holding = try historicHolding(id) else { return [] }
        // The span that reaches into the range from before it may begin anywhere, but it is the last that does.
        let ended = try database.query(
            """
            SELECT first_seen, last_seen, available, total FROM span
            WHERE holding_id = ?1 AND last_seen >= ?2 AND first_seen <= ?3 AND first_seen > ?4
              AND first_seen >= coalesce(
                (SELECT first_seen FROM span WHERE holding_id = ?1 AND first_seen <= ?2
                 ORDER BY first_seen DESC LIMIT 1), ?2)
            ORDER BY first_seen LIMIT ?5
            """,
            holding.row, range.lowerBound, range.upperBound, last ?? Timestamp(milliseconds: .min), limit
        ) { row throws(SQLiteError) in try BalanceSpan(row, of: id.asset) }
        guard ended.count < limit, let open = holding.open, open.firstSeen <= range.upperBound,
            open.lastSeen >= range.lowerBound, last.map({ $0 < open.firstSeen }) ?? true
        else { return ended }
        return ended + [open]
    }

    /// For each instant the span whose balance was known then, `nil` where none was.
    ///
    /// Known is a balance from a reading that gave it until the next poll of the source, but no longer than `tolerance`
    /// after the last such reading, or after the end of the daemon's run when that came in between.
    package func history(
        of id: HoldingID, at instants: [Timestamp], tolerance: Duration
    ) throws(StoreError) -> [BalanceSpan?] {
        guard let holding = try historicHolding(id) else { return instants.map { _ in nil } }
        var spans: [BalanceSpan?] = []
        spans.reserveCapacity(instants.count)
        for instant in instants {
            let span = try span(of: holding, asset: id.asset, begunBy: instant)
            guard let span, instant < span.lastSeen + tolerance || instant <= span.lastSeen,
                try !isInGap(source: id.source, instant), try !isInDowntime(instant, tolerance: tolerance)
            else {
                spans.append(nil)
                continue
            }
            spans.append(span)
        }
        return spans
    }

    /// The gaps that reach into `range`, oldest first, at most `limit`; a further page begins after `last`, the
    /// `firstAt` of the last gap of the page before.
    package func gaps(
        of source: String, in range: ClosedRange<Timestamp>, after last: Timestamp? = nil, limit: Int
    ) throws(StoreError) -> [Gap] {
        let id = try database.first("SELECT id FROM source WHERE name = ?", source) { $0.int64(0) }
        guard let id else { return [] }
        return try database.query(
            """
            SELECT first_at, last_at, ended_at, reason, message, attempts FROM gap
            WHERE source_id = ?1 AND (ended_at IS NULL OR ended_at >= ?2) AND first_at <= ?3 AND first_at > ?4
              AND first_at >= coalesce(
                (SELECT first_at FROM gap WHERE source_id = ?1 AND first_at <= ?2 ORDER BY first_at DESC LIMIT 1), ?2)
            ORDER BY first_at LIMIT ?5
            """,
            id, range.lowerBound, range.upperBound, last ?? Timestamp(milliseconds: .min), limit
        ) { row in
            Gap(
                firstAt: row.timestamp(0), lastAt: row.timestamp(1), endedAt: row.optionalTimestamp(2),
                reason: row.text(3), message: row.text(4), attempts: row.int(5))
        }
    }

    private func historicHolding(_ id: HoldingID) throws(StoreError) -> HistoricHolding? {
        try database.first(
            """
            SELECT id, since, max(since, read_at), available, total FROM holding
            WHERE source_id = (SELECT id FROM source WHERE name = ?) AND account = ? AND asset = ?
            """,
            id.source, id.account, id.asset
        ) { row throws(SQLiteError) in
            let isOpen = row.optionalInt64(1) != nil
            return HistoricHolding(row: row.int64(0), open: isOpen ? try BalanceSpan(row, from: 1, of: id.asset) : nil)
        }
    }

    private func span(
        of holding: HistoricHolding, asset: String, begunBy instant: Timestamp
    ) throws(StoreError) -> BalanceSpan? {
        if let open = holding.open, open.firstSeen <= instant { return open }
        return try database.first(
            """
            SELECT first_seen, last_seen, available, total FROM span
            WHERE holding_id = ? AND first_seen <= ? ORDER BY first_seen DESC LIMIT 1
            """,
            holding.row, instant
        ) { row throws(SQLiteError) in try BalanceSpan(row, of: asset) }
    }

    private func isInGap(source: String, _ instant: Timestamp) throws(StoreError) -> Bool {
        try database.first(
            """
            SELECT coalesce(ended_at > ?2, 1) FROM gap
            WHERE source_id = (SELECT id FROM source WHERE name = ?1) AND first_at <= ?2
            ORDER BY first_at DESC LIMIT 1
            """,
            source, instant
        ) { $0.int(0) != 0 } ?? false
    }

    private func isInDowntime(_ instant: Timestamp, tolerance: Duration) throws(StoreError) -> Bool {
        let ended = try database.first(
            "SELECT ended_at FROM run WHERE started_at <= ? ORDER BY started_at DESC LIMIT 1", instant
        ) { $0.optionalTimestamp(0) }
        guard let ended, let ended else { return false }
        return instant >= ended + tolerance
    }
}

/// What finding the history of a holding begins with.
private struct HistoricHolding {
    let row: Int64
    /// The span that lasts until the last reading.
    let open: BalanceSpan?
}

extension BalanceSpan {
    /// From four columns: first and last seen, available and total.
    fileprivate init(_ row: borrowing Row, from column: Int = 0, of asset: String) throws(SQLiteError) {
        firstSeen = row.timestamp(column)
        lastSeen = row.timestamp(column + 1)
        balance = try row.balance(column + 2, of: asset)
    }
}
