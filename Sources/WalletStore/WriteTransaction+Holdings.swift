import SQLite
package import WalletCore

extension WriteTransaction {
    /// Makes what is known, and its history, what the changes say; their sources must have been configured.
    package func apply(_ changes: [HoldingChange]) throws(StoreError) {
        for change in changes { try apply(change) }
    }

    private func apply(_ change: HoldingChange) throws(StoreError) {
        guard let before = change.before else { return try insert(change.after) }
        guard !change.isExtensionOnly else { return try extend(change.after, id: before.id) }
        switch change.span {
        case .opened:
            try endSpan(of: before.id)
            try update(change.after, id: before.id, since: .opened)
        case .extended:
            try update(change.after, id: before.id, since: .kept)
        case .ended:
            try endSpan(of: before.id)
            try update(change.after, id: before.id, since: .ended)
        }
        if change.lotsChanged { try replaceLots(of: before.id, with: change.after.lots) }
    }

    private func insert(_ holding: Holding) throws(StoreError) {
        let isKnown = holding.standing != .unlisted
        try database.run(
            """
            INSERT INTO holding
              (source_id, account, asset, kind, standing, available, total, since, changed_at, read_at, as_of)
            VALUES ((SELECT id FROM source WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            holding.id.source, holding.id.account, holding.id.asset, holding.kind.rawValue, holding.standing.rawValue,
            holding.balance.available.decimal, holding.balance.storedTotal, isKnown ? holding.readAt : nil,
            holding.changedAt, holding.readAt, holding.asOf)
        if !holding.lots.isEmpty { try replaceLots(of: holding.id, with: holding.lots) }
    }

    /// The open span is the holding itself and lasts until `read_at`, so this is all that an unchanged balance costs.
    private func extend(_ holding: Holding, id: HoldingID) throws(StoreError) {
        try database.run(
            """
            UPDATE holding SET read_at = ?, as_of = ?
            WHERE source_id = (SELECT id FROM source WHERE name = ?) AND account = ? AND asset = ?
            """,
            holding.readAt, holding.asOf, id.source, id.account, id.asset)
        try checkChanged(id)
    }

    /// Keeps the open span as one that ended at the last reading; does nothing when none is open.
    private func endSpan(of id: HoldingID) throws(StoreError) {
        try database.run(
            """
            INSERT INTO span (holding_id, first_seen, last_seen, available, total)
            SELECT id, since, max(since, read_at), available, total FROM holding
            WHERE source_id = (SELECT id FROM source WHERE name = ?) AND account = ? AND asset = ?
              AND since IS NOT NULL
            """,
            id.source, id.account, id.asset)
    }

    private enum SpanBegin: Int { case kept, opened, ended }

    /// An opened span begins after the last one, also where the clock was set back: spans do not overlap.
    private func update(_ holding: Holding, id: HoldingID, since begin: SpanBegin) throws(StoreError) {
        try database.run(
            """
            UPDATE holding SET
              since = CASE ?1
                WHEN 0 THEN since
                WHEN 1 THEN max(?6, coalesce(
                  max(since, read_at) + 1,
                  (SELECT last_seen + 1 FROM span WHERE holding_id = holding.id ORDER BY first_seen DESC LIMIT 1), ?6))
              END,
              kind = ?2, standing = ?3, available = ?4, total = ?5, read_at = ?6, changed_at = ?7, as_of = ?8
            WHERE source_id = (SELECT id FROM source WHERE name = ?9) AND account = ?10 AND asset = ?11
            """,
            begin.rawValue, holding.kind.rawValue, holding.standing.rawValue, holding.balance.available.decimal,
            holding.balance.storedTotal, holding.readAt, holding.changedAt, holding.asOf, id.source, id.account,
            id.asset)
        try checkChanged(id)
    }

    private func replaceLots(of id: HoldingID, with lots: [Lot]) throws(StoreError) {
        let row = try database.first(
            """
            SELECT id FROM holding WHERE source_id = (SELECT id FROM source WHERE name = ?) AND account = ? AND asset = ?
            """,
            id.source, id.account, id.asset
        ) { $0.int64(0) }
        guard let row else { throw database.refused("there is no holding \(id)") }
        try database.run("DELETE FROM lot WHERE holding_id = ?", row)
        for (ordinal, lot) in lots.enumerated() {
            try database.run(
                "INSERT INTO lot (holding_id, ordinal, amount, expires) VALUES (?, ?, ?, ?)",
                row, ordinal, lot.amount.decimal, lot.expires.description)
        }
    }

    private func checkChanged(_ id: HoldingID) throws(StoreError) {
        guard database.changes == 1 else { throw database.refused("there is no holding \(id)") }
    }
}
