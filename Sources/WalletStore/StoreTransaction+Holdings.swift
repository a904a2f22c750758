import SQLite
package import WalletCore

extension StoreTransaction {
    /// All holdings of a source, by account and asset.
    package func holdings(of source: String) throws(StoreError) -> [Holding] {
        let stored = try database.query(
            """
            SELECT \(HoldingRow.columns) FROM source JOIN holding ON holding.source_id = source.id
            WHERE source.name = ? ORDER BY account, asset
            """,
            source, read: HoldingRow.init)
        return try complete(stored).map(\.holding)
    }

    package func holding(_ id: HoldingID) throws(StoreError) -> StoredHolding? {
        let stored = try database.first(
            """
            SELECT \(HoldingRow.columns) FROM source JOIN holding ON holding.source_id = source.id
            WHERE source.name = ? AND account = ? AND asset = ?
            """,
            id.source, id.account, id.asset, read: HoldingRow.init)
        guard let stored else { return nil }
        return try complete([stored]).first
    }

    /// A page in the order of source, account and asset, as bytes: the first `limit` after `last` that `isWanted`.
    ///
    /// Naming the one source that is wanted spares looking at the others.
    package func holdings(
        of source: String? = nil, after last: HoldingID? = nil, limit: Int, where isWanted: (StoredHolding) -> Bool
    ) throws(StoreError) -> [StoredHolding] {
        var wanted: [StoredHolding] = []
        var last = last
        while wanted.count < limit {
            let rows = try holdingRows(of: source, after: last)
            wanted += try complete(rows).lazy.filter(isWanted).prefix(limit - wanted.count)
            guard rows.count == HoldingRow.batch else { break }
            last = rows.last?.stored.holding.id
        }
        return wanted
    }

    private func holdingRows(of source: String?, after last: HoldingID?) throws(StoreError) -> [HoldingRow] {
        // NULL for no source: the comparison with it holds for each.
        try database.query(
            """
            SELECT \(HoldingRow.columns) FROM source JOIN holding ON holding.source_id = source.id
            WHERE source.name >= max(?1, ?2) AND (?1 = '' OR source.name = ?1)
              AND (source.name, account, asset) > (?2, ?3, ?4)
            ORDER BY source.name, account, asset LIMIT ?5
            """,
            source ?? "", last?.source ?? "", last?.account ?? "", last?.asset ?? "", HoldingRow.batch,
            read: HoldingRow.init)
    }

    /// Adds the lots, of which most holdings have none.
    private func complete(_ rows: [HoldingRow]) throws(StoreError) -> [StoredHolding] {
        var holdings: [StoredHolding] = []
        holdings.reserveCapacity(rows.count)
        for row in rows {
            guard row.hasLots else {
                holdings.append(row.stored)
                continue
            }
            var holding = row.stored.holding
            holding.lots = try database.query(
                "SELECT amount, expires FROM lot WHERE holding_id = ? ORDER BY ordinal", row.id
            ) { lot throws(SQLiteError) in
                Lot(amount: try lot.amount(0, of: holding.id.asset), expires: try lot.date(1))
            }
            holdings.append(StoredHolding(holding: holding, sourceRemovedAt: row.stored.sourceRemovedAt))
        }
        return holdings
    }
}

/// A row of `holding` with its source's name.
private struct HoldingRow {
    /// Bounds the memory of a search for few among many.
    static let batch = 500

    static let columns = """
        holding.id, source.name, account, asset, kind, available, total, changed_at, read_at, as_of, standing,
        source.removed_at, EXISTS (SELECT 1 FROM lot WHERE holding_id = holding.id)
        """

    let id: Int64
    let stored: StoredHolding
    let hasLots: Bool

    init(_ row: borrowing Row) throws(SQLiteError) {
        id = row.int64(0)
        let asset = row.text(3)
        let holding = Holding(
            id: HoldingID(source: row.text(1), account: row.text(2), asset: asset), kind: try row.word(4),
            balance: try row.balance(5, of: asset), changedAt: row.timestamp(7), readAt: row.timestamp(8),
            asOf: row.optionalTimestamp(9), standing: try row.word(10))
        stored = StoredHolding(holding: holding, sourceRemovedAt: row.optionalTimestamp(11))
        hasLots = row.int(12) != 0
    }
}
