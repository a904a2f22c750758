import SQLite
import WalletCore

extension WriteTransaction {
    /// Saves a state; one that is inactive and has no due instant is forgotten.
    package func save(_ alert: StoredAlert) throws(StoreError) {
        let subject = alert.key.subject
        let word: StoredAlert.Word
        var since: Timestamp?
        var pending: AlertState.Pending?
        var firing: AlertState.Firing?
        switch alert.state {
        case .inactive:
            guard alert.due != nil else { return try forget(alert.key) }
            word = .inactive
        case .pending(let state):
            (word, since, pending) = (.pending, state.since, state)
        case .firing(let state):
            (word, since, firing) = (.firing, state.since, state)
        }
        try database.run(
            """
            INSERT INTO alert_state
              (rule, source, account, asset, state, since, counted, counted_to, id, announced_at, acknowledged_by, due)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (rule, source, account, asset) DO UPDATE SET
              state = excluded.state, since = excluded.since, counted = excluded.counted,
              counted_to = excluded.counted_to, id = excluded.id, announced_at = excluded.announced_at,
              acknowledged_by = excluded.acknowledged_by, due = excluded.due
            """,
            alert.key.rule, subject.source, subject.account, subject.asset, word.rawValue, since,
            pending?.counted.wholeMilliseconds, pending?.countedTo, firing?.id, firing?.announcedAt,
            firing?.acknowledgedBy, alert.due)
    }

    private func forget(_ key: AlertKey) throws(StoreError) {
        try database.run(
            "DELETE FROM alert_state WHERE rule = ? AND source = ? AND account = ? AND asset = ?",
            key.rule, key.subject.source, key.subject.account, key.subject.asset)
    }

    /// Replaces the known rules. A rule that still has states when the transaction commits must be among them.
    package func replaceRules(_ rules: [StoredRule]) throws(StoreError) {
        try database.run("DELETE FROM alert_rule")
        for rule in rules {
            try database.run(
                "INSERT INTO alert_rule (name, identity, severity) VALUES (?, ?, ?)",
                rule.name, rule.identity, rule.severity.rawValue)
        }
    }
}
