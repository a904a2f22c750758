import SQLite
package import WalletCore

extension StoreTransaction {
    /// Who paused cash-outs, and when; `nil`: they are not paused.
    package func stopSwitch() throws(StoreError) -> CashOutStop? {
        try database.first("SELECT paused_by, paused_at FROM stop_switch") {
            CashOutStop.paused(by: $0.text(0), at: $0.timestamp(1))
        }
    }

    /// In what time events are lost, and the cash-outs of that time with them; `nil`: the database is not behind itself,
    /// or an operator knows.
    package func historyGap() throws(StoreError) -> HistoryGap? {
        guard let until = try database.historyWentBack()?.foundAt else { return nil }
        let last = try database.first("SELECT at FROM event WHERE at < ? ORDER BY at DESC LIMIT 1", until) {
            $0.timestamp(0)
        }
        return HistoryGap(from: last, until: until)
    }

    /// What a provider said of a cash-out when a person asked; `nil`: there is no such evidence.
    package func evidence(_ id: String, on cashOut: StoredCashOut) throws(StoreError) -> Evidence? {
        try database.first(
            "SELECT boot, asked, finding FROM evidence WHERE id = ? AND cashout = ?", id, cashOut.number
        ) { row throws(SQLiteError) in
            Evidence(
                id: id, askedAt: BootTime(boot: row.text(0), elapsed: .milliseconds(row.int64(1))), try row.value(2))
        }
    }

    /// Whether a request came before, within ``IdempotencyKey/keptFor``.
    package func use(of key: IdempotencyKey, at now: Timestamp) throws(StoreError) -> IdempotencyKey.Use {
        try database.first(
            """
            SELECT body_hash, id FROM idempotency_key JOIN cashout ON cashout.number = idempotency_key.cashout
            WHERE caller = ? AND key = ? AND at > ?
            """,
            key.caller, key.key, now - IdempotencyKey.keptFor
        ) { $0.blob(0) == key.bodyHash ? .same($0.text(1)) : .other } ?? .unused
    }
}
