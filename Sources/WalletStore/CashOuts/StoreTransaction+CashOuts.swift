import SQLite
package import WalletCore

extension StoreTransaction {
    package func cashOut(_ id: String) throws(StoreError) -> StoredCashOut? {
        try database.first(
            "SELECT \(StoredCashOut.columns) FROM \(StoredCashOut.tables) WHERE id = ?", id, read: StoredCashOut.init)
    }

    /// The newest first: the first `limit` that were planned before `number`, or of all; in any state unless some are
    /// named.
    package func cashOuts(
        in states: [CashOut.State.Name]? = nil, before number: Int64? = nil, limit: Int
    ) throws(StoreError) -> [StoredCashOut] {
        let before = number ?? .max
        guard let states else {
            return try database.query(
                """
                SELECT \(StoredCashOut.columns) FROM \(StoredCashOut.tables)
                WHERE number < ? ORDER BY number DESC LIMIT ?
                """,
                before, limit, read: StoredCashOut.init)
        }
        var cashOuts: [StoredCashOut] = []
        // One look-up for each state: a rare one is not sought among all cash-outs.
        for state in states {
            cashOuts += try database.query(
                """
                SELECT \(StoredCashOut.columns) FROM \(StoredCashOut.tables)
                WHERE state = ? AND number < ? ORDER BY number DESC LIMIT ?
                """,
                state.rawValue, before, limit, read: StoredCashOut.init)
        }
        return Array(cashOuts.sorted { $0.number > $1.number }.prefix(limit))
    }

    /// Those about which something may still be to do, the oldest first: the first `limit` after `number`.
    package func liveCashOuts(after number: Int64 = 0, limit: Int) throws(StoreError) -> [StoredCashOut] {
        try database.query(
            """
            SELECT \(StoredCashOut.columns) FROM \(StoredCashOut.tables)
            WHERE is_over = 0 AND number > ? ORDER BY number LIMIT ?
            """,
            number, limit, read: StoredCashOut.init)
    }

    /// Those that were planned after this one, together with it: the rest of its bundle, in their order.
    package func cashOuts(ofBundleAfter first: StoredCashOut) throws(StoreError) -> [StoredCashOut] {
        guard let bundle = first.cashOut.plan.bundle else { return [] }
        return try database.query(
            """
            SELECT \(StoredCashOut.columns) FROM \(StoredCashOut.tables)
            WHERE number > ? AND bundle = ? ORDER BY number
            """,
            first.number, bundle, read: StoredCashOut.init)
    }

    /// Those whose id begins with `prefix`, at most `limit`, by id.
    package func cashOuts(idPrefix prefix: String, limit: Int) throws(StoreError) -> [StoredCashOut] {
        try database.query(
            """
            SELECT \(StoredCashOut.columns) FROM \(StoredCashOut.tables)
            WHERE id >= ?1 AND substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT ?2
            """,
            prefix, limit, read: StoredCashOut.init)
    }

    /// How many there are in each state in which something may still be to do.
    package func cashOutCounts() throws(StoreError) -> [CashOut.State.Name: Int] {
        let counts = try database.query(
            "SELECT state, count(*) FROM cashout INDEXED BY cashout_live WHERE is_over = 0 GROUP BY state"
        ) { row throws(SQLiteError) in
            let state: CashOut.State.Name = try row.word(0)
            return (state, row.int(1))
        }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// The trail, oldest first.
    package func trail(of cashOut: StoredCashOut) throws(StoreError) -> [CashOut.TrailEntry] {
        try database.query(
            "SELECT state, at, actor, person, note FROM transition WHERE cashout = ? ORDER BY ordinal", cashOut.number
        ) { row throws(SQLiteError) in
            CashOut.TrailEntry(
                try row.word(0), at: row.timestamp(1), by: try CashOut.Actor(row, from: 2), note: row.optionalText(4))
        }
    }

    /// `nil`: it is not prepared yet.
    package func request(of cashOut: StoredCashOut) throws(StoreError) -> StoredRequest? {
        try database.first(
            "SELECT body, hash, provider_definition, destination_definition FROM request WHERE cashout = ?",
            cashOut.number
        ) { row in
            StoredRequest(body: row.text(0), hash: row.blob(1), provider: row.text(2), destination: row.text(3))
        }
    }
}

extension CashOut.Actor {
    private enum Word: String {
        case rule
        case person
        case provider
        case daemon
    }

    /// Who, and by name if it is a person.
    var columns: (actor: String, person: String?) {
        switch self {
        case .rule: (Word.rule.rawValue, nil)
        case .person(let name): (Word.person.rawValue, name)
        case .provider: (Word.provider.rawValue, nil)
        case .daemon: (Word.daemon.rawValue, nil)
        }
    }

    fileprivate init(_ row: borrowing Row, from column: Int) throws(SQLiteError) {
        let word: Word = try row.word(column)
        switch word {
        case .rule: self = .rule
        case .person: self = .person(row.text(column + 1))
        case .provider: self = .provider
        case .daemon: self = .daemon
        }
    }
}
