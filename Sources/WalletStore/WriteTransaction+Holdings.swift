import SQLite
package import WalletCore

extension WriteTransaction {
    /// Makes what is known, and its history, what the changes say; their sources must have been configured.
    package func apply(_ changes: [HoldingChange]) throws(StoreError) {
        let extending = try database.statement("UPDATE holding SET read_at = ?, as_of = ? WHERE id = ?")
        let opening = try database.statement(SpanStatement.opening)
        for index in changes.indices {
            try apply(changes[index], extending, opening)
        }
    }

    private func apply(
        _ change: borrowing HoldingChange, _ extending: Statement, _ opening: Statement
    ) throws(StoreError) {
        guard let before = change.before?.id else { return try insert(change.after) }
        let row = try rows.row(of: before, in: database)
        switch change.span {
        case .opened:
            try database.run(opening) { opening throws(SQLiteError) in
                try opening.bind(change.after.readAt, at: 1)
                try opening.bind(change.after.balance.available.decimal, at: 2)
                try opening.bind(change.after.balance.storedTotal, at: 3)
                try opening.bind(change.after.changedAt, at: 4)
                try opening.bind(change.after.asOf, at: 5)
                try opening.bind(row, at: 6)
            }
        case .extended:
            try database.run(extending) { extending throws(SQLiteError) in
                try extending.bind(change.after.readAt, at: 1)
                try extending.bind(change.after.asOf, at: 2)
                try extending.bind(row, at: 3)
            }
        case .ended:
            try database.run(
                SpanStatement.ending, change.after.readAt, change.after.changedAt, change.after.asOf, row)
        }
        if change.kindChanged || change.before?.standing != change.after.standing {
            try describe(change.after, row: row)
        }
        if change.lotsChanged { try replaceLots(of: row, with: change.after.lots) }
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
        let row = database.connection.lastInsertRowID
        rows.add(row, for: holding.id)
        if !holding.lots.isEmpty { try replaceLots(of: row, with: holding.lots) }
    }

    private func describe(_ holding: Holding, row: Int64) throws(StoreError) {
        try database.run(
            "UPDATE holding SET kind = ?, standing = ? WHERE id = ?", holding.kind.rawValue, holding.standing.rawValue,
            row)
    }

    private func replaceLots(of row: Int64, with lots: [Lot]) throws(StoreError) {
        try database.run("DELETE FROM lot WHERE holding_id = ?", row)
        for (ordinal, lot) in lots.enumerated() {
            try database.run(
                "INSERT INTO lot (holding_id, ordinal, amount, expires) VALUES (?, ?, ?, ?)",
                row, ordinal, lot.amount.decimal, lot.expires.description)
        }
    }
}

/// What a reading does to the span that lasts, whose begin is the column `since`; a trigger keeps one that ends.
private enum SpanStatement {
    /// Begins after the last one, also where the clock was set back: spans do not overlap.
    static let opening = """
        UPDATE holding SET
          since = max(?1, coalesce(
            max(since, read_at) + 1,
            (SELECT last_seen + 1 FROM span WHERE holding_id = ?6 ORDER BY first_seen DESC LIMIT 1), ?1)),
          read_at = ?1, available = ?2, total = ?3, changed_at = ?4, as_of = ?5
        WHERE id = ?6
        """

    /// The balance is unknown from here, and stays as the last one known.
    static let ending = "UPDATE holding SET since = NULL, read_at = ?, changed_at = ?, as_of = ? WHERE id = ?"
}
