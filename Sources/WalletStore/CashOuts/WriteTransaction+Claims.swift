import SQLite
import WalletCore

/// What a cash-out keeps from others: its holdings and its share of budgets.
extension WriteTransaction {
    func add(_ leg: Leg, _ ordinal: Int, of cashOut: StoredCashOut) throws(StoreError) {
        let holding = leg.holding
        try database.run(
            """
            INSERT INTO leg (cashout, ordinal, source, account, asset, amount, before, claim)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, (
              SELECT available FROM holding
              WHERE source_id = (SELECT id FROM source WHERE name = ?3) AND account = ?4 AND asset = ?5), 'open')
            """,
            cashOut.number, ordinal, holding.source, holding.account, holding.asset, leg.amount.decimal)
    }

    func moveClaims(of after: StoredCashOut, from before: StoredCashOut) throws(StoreError) {
        let (old, new) = (before.cashOut.state.name, after.cashOut.state.name)
        guard old != new else { return }
        if new == .sending { try noteSending(of: after) }
        switch (old.holdsHoldings, new.holdsHoldings) {
        case (true, true): break
        case (true, false): try giveHoldings(of: after)
        case (false, true): try takeHoldingsAgain(of: after)
        case (false, false): if new != .final { try hold(after) }
        }
        try database.run(
            "UPDATE charge SET standing = ? WHERE cashout = ?", LedgerEntry.Standing(new).rawValue, after.number)
    }

    private func noteSending(of cashOut: StoredCashOut) throws(StoreError) {
        if let rule = cashOut.cashOut.plan.rule {
            try database.run(
                """
                INSERT INTO cashout_rule (name, last_sent) VALUES (?, ?)
                ON CONFLICT DO UPDATE SET last_sent = excluded.last_sent
                """,
                rule, now)
        }
        try database.run(
            """
            UPDATE leg SET before = (
              SELECT available FROM holding
              WHERE source_id = (SELECT id FROM source WHERE name = leg.source) AND account = leg.account
                AND asset = leg.asset)
            WHERE cashout = ?
            """,
            cashOut.number)
    }

    private func giveHoldings(of cashOut: StoredCashOut) throws(StoreError) {
        try database.run("UPDATE leg SET claim = 'over' WHERE cashout = ?", cashOut.number)
        for leg in cashOut.cashOut.plan.legs {
            let holding = leg.holding
            try database.run(
                """
                UPDATE leg SET claim = 'open'
                WHERE (cashout, ordinal) = (
                  SELECT cashout, ordinal FROM leg
                  WHERE source = ? AND account = ? AND asset = ? AND claim = 'waiting' ORDER BY cashout LIMIT 1)
                """,
                holding.source, holding.account, holding.asset)
        }
        try hold(cashOut)
    }

    /// Where another cash-out has taken a holding since, this one has it after that.
    private func takeHoldingsAgain(of cashOut: StoredCashOut) throws(StoreError) {
        for (ordinal, leg) in cashOut.cashOut.plan.legs.enumerated() {
            let holding = leg.holding
            try database.run(
                "DELETE FROM hold WHERE source = ? AND account = ? AND asset = ? AND cashout = ?",
                holding.source, holding.account, holding.asset, cashOut.number)
            try database.run(
                """
                UPDATE leg SET claim = iif(EXISTS (
                  SELECT 1 FROM leg WHERE source = ? AND account = ? AND asset = ? AND claim = 'open'), 'waiting', 'open')
                WHERE cashout = ? AND ordinal = ?
                """,
                holding.source, holding.account, holding.asset, cashOut.number, ordinal)
        }
    }

    /// What was read before says nothing any more about what is due.
    ///
    /// Where a later cash-out has settled and its holding is not free yet, that one's drop is awaited still, anew.
    private func hold(_ cashOut: StoredCashOut) throws(StoreError) {
        try database.run(
            """
            DELETE FROM confirmation WHERE (source, account, asset) IN (
              SELECT source, account, asset FROM leg WHERE cashout = ?)
            """,
            cashOut.number)
        let outcome: Hold.Outcome =
            switch cashOut.cashOut.state.name {
            case .settled, .final: .settled
            case .planned, .awaitingApproval, .approved, .prepared, .sending, .pending, .needsUser, .rejected,
                .returned, .unknown, .abandoned:
                .undone
            }
        try database.run(
            """
            INSERT INTO hold
              (source, account, asset, cashout, ended_at, outcome, taken, before, readings, latest, is_released, is_free)
            SELECT leg.source, leg.account, leg.asset, coalesce(later.cashout, leg.cashout), ?2,
              coalesce(later.outcome, ?3), coalesce(later.taken, leg.amount), coalesce(later.before, leg.before),
              0, NULL, 0, 0
            FROM leg LEFT JOIN hold AS later
              ON (later.source, later.account, later.asset) = (leg.source, leg.account, leg.asset)
                AND later.cashout > leg.cashout AND later.outcome = 'settled' AND later.is_free = 0
            WHERE leg.cashout = ?1
            ON CONFLICT DO UPDATE SET
              cashout = excluded.cashout, ended_at = excluded.ended_at, outcome = excluded.outcome,
              taken = excluded.taken, before = excluded.before, readings = 0, latest = NULL, is_released = 0, is_free = 0
            """,
            cashOut.number, now, outcome.rawValue)
    }
}
