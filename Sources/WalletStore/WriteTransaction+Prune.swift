import SQLite
package import WalletCore

extension WriteTransaction {
    /// Forgets what is older than `horizon`: of balance changes all but the last of each UTC day, of decisions all but
    /// the last of each rule, and of events those that every sink has announced. Gaps stay, and so does all that tells of
    /// money and of who let it go: cash-outs, consents, the stop switch, and their events.
    ///
    /// Looks at no more than about `limit` rows of each. A day is thinned when all of it is older.
    package func prune(olderThan horizon: Timestamp, limit: Int) throws(StoreError) -> PruneProgress {
        let isHistoryDone = try thinHistory(olderThan: horizon, limit: limit)
        let isEventsDone = try forgetEvents(olderThan: horizon, limit: limit)
        let isDecisionsDone = try forgetDecisions(olderThan: horizon, limit: limit)
        return isHistoryDone && isEventsDone && isDecisionsDone ? .done : .moreLeft
    }

    private func thinHistory(olderThan horizon: Timestamp, limit: Int) throws(StoreError) -> Bool {
        let kept = try database.state(.prunePass)
        guard let stored = kept.map(PrunePass.init) ?? PrunePass() else {
            throw .damaged(database.location, because: "its entry prune_pass is broken")
        }
        var pass = stored
        if pass.isOver { pass.begin(olderThan: horizon) }
        var left = limit
        while !pass.isOver, left > 0 {
            guard let holding = try nextHolding(from: pass.holding) else {
                pass.end()
                break
            }
            if holding != pass.holding { pass.goOn(withHolding: holding) }
            left -= try thin(&pass, limit: left)
        }
        if pass != stored { try database.put(.prunePass, pass.text) }
        return pass.isOver
    }

    private func nextHolding(from number: Int64) throws(StoreError) -> Int64? {
        try database.first("SELECT id FROM holding WHERE id >= ? ORDER BY id LIMIT 1", number) { $0.int64(0) }
    }

    /// Thins the holding that the pass is at, and returns how many rows it looked at.
    private func thin(_ pass: inout PrunePass, limit: Int) throws(StoreError) -> Int {
        let begins = try database.query(
            """
            SELECT first_seen FROM span WHERE holding_id = ?1 AND first_seen >= ?2 AND first_seen < ?3
            ORDER BY first_seen LIMIT ?4
            """,
            pass.holding, pass.instant, pass.horizon, limit + 1
        ) { $0.timestamp(0) }
        let isLast = begins.count <= limit
        // The span that lasts is a change, too.
        let open = isLast ? try openSpanBegin(of: pass.holding) : nil
        for begin in PrunePass.surplus(begins + (open.map { [$0] } ?? [])) {
            try database.run("DELETE FROM span WHERE holding_id = ? AND first_seen = ?", pass.holding, begin)
        }
        if isLast { pass.goOn(withHolding: pass.holding + 1) } else { pass.instant = begins[limit] }
        return begins.count + 1
    }

    private func openSpanBegin(of holding: Int64) throws(StoreError) -> Timestamp? {
        try database.first("SELECT since FROM holding WHERE id = ? AND since IS NOT NULL", holding) { $0.timestamp(0) }
    }

    private func forgetEvents(olderThan horizon: Timestamp, limit: Int) throws(StoreError) -> Bool {
        try database.run(
            """
            DELETE FROM event WHERE seq IN (
              SELECT seq FROM event
              WHERE at < ? AND cashout IS NULL
                AND type NOT IN ('rule.confirmed', 'cashouts.paused', 'cashouts.resumed')
                AND seq <= (SELECT min(seq) FROM announced)
              ORDER BY at LIMIT ?)
            """,
            horizon, limit)
        return database.changes < limit
    }

    /// What held at the horizon stays: it is what was decided until the next one.
    private func forgetDecisions(olderThan horizon: Timestamp, limit: Int) throws(StoreError) -> Bool {
        try database.run(
            """
            DELETE FROM decision WHERE number IN (
              SELECT number FROM decision AS old
              WHERE at < ?1 AND EXISTS (
                SELECT 1 FROM decision AS next
                WHERE next.rule = old.rule AND next.at <= ?1
                  AND (next.at > old.at OR next.at = old.at AND next.number > old.number))
              ORDER BY at LIMIT ?2)
            """,
            horizon, limit)
        return database.changes < limit
    }
}
