import SQLite
package import WalletCore

extension StoreTransaction {
    /// All that is remembered of the configured rules, by name.
    package func ruleStandings() throws(StoreError) -> [String: RuleStanding] {
        let rows = try database.query(
            """
            SELECT name, last_sent, rejections, rejected_at, declines, declined_at FROM cashout_rule
            WHERE revision IS NOT NULL
            """
        ) { row in
            var standing = RuleStanding()
            standing.lastSent = row.optionalTimestamp(1)
            standing.rejections = row.optionalTimestamp(3).map { Setbacks(inARow: row.int(2), last: $0) }
            standing.declines = row.optionalTimestamp(5).map { Setbacks(inARow: row.int(4), last: $0) }
            return (row.text(0), standing)
        }
        var standings = Dictionary(uniqueKeysWithValues: rows)
        for name in standings.keys.sorted() {
            standings[name]?.consent = try consent(to: name)
            standings[name]?.confirmations = try confirmations(of: name)
        }
        return standings
    }

    /// The hash of a configured rule, its destination and its provider as loaded.
    package func revision(of rule: String) throws(StoreError) -> String? {
        try database.first("SELECT revision FROM cashout_rule WHERE name = ?", rule) { $0.optionalText(0) } ?? nil
    }

    /// Whether an operator stands behind a rule as it is loaded.
    package func consent(to rule: String) throws(StoreError) -> RuleStanding.Consent {
        let last = try database.first(
            """
            SELECT at, ended_at, ended_because, revision IS (SELECT revision FROM cashout_rule WHERE name = ?1)
            FROM consent WHERE rule = ?1 ORDER BY number DESC LIMIT 1
            """,
            rule
        ) { row -> RuleStanding.Consent in
            guard let end = row.optionalTimestamp(1), let reason = row.optionalText(2) else {
                return row.int(3) != 0 ? .given(at: row.timestamp(0)) : .missing
            }
            return reason == ConsentEnd.changed ? .outdated(since: end) : .taken(because: reason, at: end)
        }
        return last ?? .missing
    }

    func rejections(of rule: String) throws(StoreError) -> Setbacks? {
        try database.first(
            "SELECT rejections, rejected_at FROM cashout_rule WHERE name = ? AND rejections > 0", rule
        ) { Setbacks(inARow: $0.int(0), last: $0.timestamp(1)) }
    }

    func declines(of rule: String) throws(StoreError) -> Setbacks? {
        try database.first("SELECT declines, declined_at FROM cashout_rule WHERE name = ? AND declines > 0", rule) {
            Setbacks(inARow: $0.int(0), last: $0.timestamp(1))
        }
    }

    /// How many readings in a row agree that the rule is due; a holding without has none.
    package func confirmations(of rule: String) throws(StoreError) -> [HoldingID: Confirmation] {
        let counts = try database.query(
            "SELECT source, account, asset, count, since, last, last_as_of FROM confirmation WHERE rule = ?", rule
        ) { row in
            (
                HoldingID(source: row.text(0), account: row.text(1), asset: row.text(2)),
                Confirmation(
                    count: row.int(3), since: row.timestamp(4), last: row.timestamp(5),
                    lastAsOf: row.optionalTimestamp(6))
            )
        }
        return Dictionary(uniqueKeysWithValues: counts)
    }
}

/// Why a consent ended by itself.
enum ConsentEnd {
    /// Rule, destination or provider changed.
    static let changed = "changed"
}
