import SQLite
package import WalletCore

extension StoreTransaction {
    /// The states on a source and its holdings, by rule, account and asset. What was never so, or is inactive and waits
    /// for no instant, has none.
    package func alerts(onSource source: String) throws(StoreError) -> [StoredAlert] {
        try database.query(
            "SELECT \(StoredAlert.columns) FROM alert_state WHERE source = ? ORDER BY rule, account, asset",
            source, read: StoredAlert.init)
    }

    /// The states of a rule, by source, account and asset.
    package func alerts(ofRule rule: String) throws(StoreError) -> [StoredAlert] {
        try database.query(
            "SELECT \(StoredAlert.columns) FROM alert_state WHERE rule = ? ORDER BY source, account, asset",
            rule, read: StoredAlert.init)
    }

    /// States whose due instant is not after `instant`, earliest first, at most `limit`.
    package func alerts(dueBy instant: Timestamp, limit: Int) throws(StoreError) -> [StoredAlert] {
        try database.query(
            "SELECT \(StoredAlert.columns) FROM alert_state WHERE due <= ? ORDER BY due LIMIT ?",
            instant, limit, read: StoredAlert.init)
    }

    /// Pending and firing states in the order of rule, source, account and asset, as bytes: the first `limit` after
    /// `last`.
    package func activeAlerts(after last: AlertKey? = nil, limit: Int) throws(StoreError) -> [StoredAlert] {
        let subject = last?.subject
        return try database.query(
            """
            SELECT \(StoredAlert.columns) FROM alert_state
            WHERE (rule, source, account, asset) > (?, ?, ?, ?) AND state <> 'inactive'
            ORDER BY rule, source, account, asset LIMIT ?
            """,
            last?.rule ?? "", subject?.source ?? "", subject?.account ?? "", subject?.asset ?? "", limit,
            read: StoredAlert.init)
    }

    package func alert(_ key: AlertKey) throws(StoreError) -> StoredAlert? {
        let subject = key.subject
        return try database.first(
            """
            SELECT \(StoredAlert.columns) FROM alert_state
            WHERE rule = ? AND source = ? AND account = ? AND asset = ?
            """,
            key.rule, subject.source, subject.account, subject.asset, read: StoredAlert.init)
    }

    /// Firing states whose id begins with `prefix`, at most `limit`, by id.
    package func alerts(idPrefix prefix: String, limit: Int) throws(StoreError) -> [StoredAlert] {
        try database.query(
            """
            SELECT \(StoredAlert.columns) FROM alert_state
            WHERE id >= ?1 AND substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT ?2
            """,
            prefix, limit, read: StoredAlert.init)
    }

    /// The earliest due instant.
    package func nextDue() throws(StoreError) -> Timestamp? {
        try database.first("SELECT due FROM alert_state WHERE due IS NOT NULL ORDER BY due LIMIT 1") { $0.timestamp(0) }
    }

    /// By name.
    package func rules() throws(StoreError) -> [StoredRule] {
        try database.query("SELECT name, identity, severity FROM alert_rule ORDER BY name") { row throws(SQLiteError) in
            StoredRule(name: row.text(0), identity: row.text(1), severity: try row.word(2))
        }
    }

    package func alertCounts() throws(StoreError) -> AlertCounts {
        let counts = try database.first(
            "SELECT count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'firing') FROM alert_state"
        ) { AlertCounts(pending: $0.int(0), firing: $0.int(1)) }
        return counts ?? AlertCounts()
    }
}

extension StoredAlert {
    static let columns = """
        rule, source, account, asset, state, since, counted, counted_to, id, announced_at, acknowledged_by, due
        """

    /// The states as the column `state` has them.
    enum Word: String {
        case inactive, pending, firing
    }

    init(_ row: borrowing Row) throws(SQLiteError) {
        key = AlertKey(row)
        due = row.optionalTimestamp(11)
        let word = try row.word(4) as Word
        switch word {
        case .inactive:
            state = .inactive
        case .pending:
            state = .pending(
                AlertState.Pending(
                    since: row.timestamp(5), counted: .milliseconds(row.int64(6)), countedTo: row.timestamp(7)))
        case .firing:
            state = .firing(
                AlertState.Firing(
                    id: row.text(8), since: row.timestamp(5), announcedAt: row.timestamp(9),
                    acknowledgedBy: row.optionalText(10)))
        }
    }
}

extension AlertKey {
    fileprivate init(_ row: borrowing Row) {
        let source = row.text(1)
        let account = row.text(2)
        let subject =
            account.isEmpty
            ? AlertSubject(source: source)
            : AlertSubject(HoldingID(source: source, account: account, asset: row.text(3)))
        self.init(rule: row.text(0), subject: subject)
    }
}
