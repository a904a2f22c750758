import SQLite
package import WalletCore

extension StoreTransaction {
    /// The first `limit` events with a higher number than `seq`; of all types unless some are named.
    package func events(after seq: Int64, types: [EventType]? = nil, limit: Int) throws(StoreError) -> [Event] {
        guard let types else {
            return try database.query(
                "SELECT \(Event.columns) FROM event WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit, read: Event.init)
        }
        var events: [Event] = []
        // One look-up for each type: a rare one is not sought among all events.
        for type in types {
            events += try database.query(
                "SELECT \(Event.columns) FROM event WHERE type = ? AND seq > ? ORDER BY seq LIMIT ?",
                type.rawValue, seq, limit, read: Event.init)
        }
        return Array(events.sorted { $0.seq < $1.seq }.prefix(limit))
    }

    /// The last edge of each alert up to `instant`, of one rule or of all, by rule, source, account and asset. What was
    /// only repeated is no edge.
    package func lastAlertEdges(ofRule rule: String? = nil, upTo instant: Timestamp) throws(StoreError) -> [Event] {
        // With max(), SQLite takes the other columns from the row that has it.
        try database.query(
            """
            SELECT \(Event.columns) FROM (
              SELECT \(Event.columns), max(seq) FROM event
              WHERE type IN (?, ?, ?, ?) AND at <= ? AND (?6 IS NULL OR rule = ?6)
              GROUP BY rule, source, account, asset)
            ORDER BY rule, source, account, asset
            """,
            EventType.alertFiring.rawValue, EventType.alertResolved.rawValue, EventType.alertWithdrawn.rawValue,
            EventType.alertSuperseded.rawValue, instant, rule, read: Event.init)
    }

    /// The instant of the first event that there is.
    package func firstEventAt() throws(StoreError) -> Timestamp? {
        try database.first("SELECT at FROM event WHERE seq = (SELECT min(seq) FROM event)") { $0.timestamp(0) }
    }

    /// The number before that of the first event that is not earlier than `instant`: where to go on from to get those
    /// since then.
    package func lastEvent(before instant: Timestamp) throws(StoreError) -> Int64 {
        let first = try database.first("SELECT seq - 1 FROM event WHERE at >= ? ORDER BY at, seq LIMIT 1", instant) {
            $0.int64(0)
        }
        guard let first else { return try lastEvent() }
        return first
    }

    /// The highest number that was ever given; 0: none yet.
    package func lastEvent() throws(StoreError) -> Int64 { try database.lastEvent() }

    /// The highest number of an event that there is, up to `seq`; 0: there is none.
    package func lastEvent(upTo seq: Int64) throws(StoreError) -> Int64 {
        try database.first("SELECT coalesce(max(seq), 0) FROM event WHERE seq <= ?", seq) { $0.int64(0) } ?? 0
    }

    /// The last event that the sink announced; `nil`: it never did.
    package func announced(by sink: String) throws(StoreError) -> Int64? {
        try database.first("SELECT seq FROM announced WHERE sink = ?", sink) { $0.int64(0) }
    }
}

extension Event {
    fileprivate static let columns =
        """
        seq, type, at, severity, message, rule, source, account, asset, amount, threshold, reason, cashout, provider,
        silenced
        """

    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        var draft = EventDraft(
            try row.word(1), at: row.timestamp(2), severity: try row.word(3), message: row.text(4))
        draft.rule = row.optionalText(5)
        draft.source = row.optionalText(6)
        draft.account = row.optionalText(7)
        draft.asset = row.optionalText(8)
        draft.amount = try row.optionalAmount(9)
        draft.limit = try row.optionalAmount(10)
        draft.reason = row.optionalText(11)
        draft.cashOut = row.optionalText(12)
        draft.provider = row.optionalText(13)
        draft.isSilenced = row.int(14) != 0
        self.init(seq: row.int64(0), draft: draft)
    }
}
