import SQLite
package import WalletCore

extension StoreTransaction {
    /// After its last cash-out, also where it is free again; `nil`: there was none.
    package func hold(of holding: HoldingID) throws(StoreError) -> Hold? {
        try database.first(
            """
            SELECT \(HoldRow.columns) FROM hold JOIN cashout ON cashout.number = hold.cashout
            WHERE source = ? AND account = ? AND asset = ?
            """,
            holding.source, holding.account, holding.asset
        ) { row throws(SQLiteError) in try HoldRow(row).hold }
    }

    /// Those of a source's holdings that are not free.
    func holds(ofSource source: String) throws(StoreError) -> [HoldingID: Hold] {
        let holds = try database.query(
            """
            SELECT \(HoldRow.columns) FROM hold JOIN cashout ON cashout.number = hold.cashout
            WHERE source = ? AND is_free = 0
            """,
            source
        ) { row throws(SQLiteError) in try HoldRow(row) }
        return Dictionary(uniqueKeysWithValues: holds.map { ($0.holding, $0.hold) })
    }

    /// The open cash-outs that have holdings of a source.
    func openCashOuts(ofSource source: String) throws(StoreError) -> [HoldingID: HoldingStanding.OpenCashOut] {
        let open = try database.query(
            """
            SELECT account, asset, id, planned_at, state FROM leg JOIN cashout ON cashout.number = leg.cashout
            WHERE source = ? AND claim = 'open'
            """,
            source
        ) { row throws(SQLiteError) in
            let state: CashOut.State.Name = try row.word(4)
            return (
                HoldingID(source: source, account: row.text(0), asset: row.text(1)),
                HoldingStanding.OpenCashOut(
                    id: row.text(2), since: row.timestamp(3),
                    phase: state == .awaitingApproval ? .awaitingApproval : .underWay)
            )
        }
        return Dictionary(uniqueKeysWithValues: open)
    }
}

/// A hold with the holding that it is of.
private struct HoldRow {
    static let columns = """
        source, account, asset, id, hold.ended_at, outcome, taken, before, readings, latest, is_released
        """

    let holding: HoldingID
    let hold: Hold

    init(_ row: borrowing Row) throws(SQLiteError) {
        holding = HoldingID(source: row.text(0), account: row.text(1), asset: row.text(2))
        let asset = holding.asset
        let latest = row.optionalText(9) == nil ? nil : try row.amount(9, of: asset)
        var hold = Hold(
            cashOut: row.text(3), ended: row.timestamp(4), outcome: try row.word(5),
            taken: try row.amount(6, of: asset), before: try row.amount(7, of: asset)
        ).resumed(readings: row.int(8), latest: latest)
        if row.int(10) != 0 { hold.release() }
        self.hold = hold
    }
}
