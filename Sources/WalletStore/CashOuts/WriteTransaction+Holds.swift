import SQLite
package import WalletCore

extension WriteTransaction {
    /// Saves what looks at a holding, or an operator, have told since its last cash-out ended.
    package func save(_ hold: Hold, of holding: HoldingID) throws(StoreError) {
        try database.run(
            """
            UPDATE hold SET readings = ?, latest = ?, is_released = ?, is_free = ?
            WHERE source = ? AND account = ? AND asset = ? AND cashout = (SELECT number FROM cashout WHERE id = ?)
            """,
            hold.readings, hold.latest?.decimal, hold.isReleased ? 1 : 0, hold.standing == .free ? 1 : 0,
            holding.source, holding.account, holding.asset, hold.cashOut)
        guard database.changes == 1 else { throw database.refused("\(holding) has no hold of \(hold.cashOut)") }
    }

    /// Frees the holdings that wait for what became of a cash-out, which its trail tells; returns those that did.
    package func release(_ cashOut: StoredCashOut, by person: String) throws(StoreError) -> [HoldingID] {
        var released: [HoldingID] = []
        for leg in cashOut.cashOut.plan.legs {
            guard var hold = try hold(of: leg.holding), hold.cashOut == cashOut.cashOut.id, hold.standing != .free
            else { continue }
            hold.release()
            try save(hold, of: leg.holding)
            released.append(leg.holding)
        }
        if !released.isEmpty {
            let names = released.map(\.name).joined(separator: ", ")
            try add(
                CashOut.TrailEntry(
                    cashOut.cashOut.state.name, at: now, by: .person(person), note: "released \(names)"),
                of: cashOut)
        }
        return released
    }
}
