import SQLite
package import WalletCore

extension StoreTransaction {
    /// What holds about a rule; `nil`: nothing was ever decided.
    package func decision(about rule: String) throws(StoreError) -> StoredDecision? {
        try database.first(
            "SELECT \(StoredDecision.columns) FROM decision WHERE rule = ? ORDER BY number DESC LIMIT 1", rule,
            read: StoredDecision.init)
    }

    /// What held about a rule then; `nil`: nothing had been decided, or it is forgotten.
    package func decision(about rule: String, at instant: Timestamp) throws(StoreError) -> StoredDecision? {
        try database.first(
            """
            SELECT \(StoredDecision.columns) FROM decision WHERE rule = ? AND at <= ?
            ORDER BY at DESC, number DESC LIMIT 1
            """,
            rule, instant, read: StoredDecision.init)
    }
}

extension StoredDecision {
    fileprivate static let columns = "rule, at, plans, reasons, left_out, wanted"

    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        at = row.timestamp(1)
        var decision = CashOutDecision(rule: row.text(0))
        decision.plans = try row.value(2)
        decision.reasons = try row.value(3)
        decision.leftOut = try row.value(4)
        decision.wanted = try row.value(5)
        self.decision = decision
    }
}
