import SQLite
package import WalletCore

extension WriteTransaction {
    /// Stores the events with the next numbers, in order.
    package func append(_ events: [EventDraft]) throws(StoreError) -> [Event] {
        var stored: [Event] = []
        for event in events {
            try database.run(
                """
                INSERT INTO event
                  (type, at, severity, message, rule, source, account, asset, amount, threshold, reason, cashout,
                   provider, silenced)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.type.rawValue, event.at, event.severity.rawValue, event.message, event.rule, event.source,
                event.account, event.asset, event.amount?.description, event.limit?.description, event.reason,
                event.cashOut, event.provider, event.isSilenced ? 1 : 0)
            stored.append(Event(seq: database.connection.lastInsertRowID, draft: event))
        }
        return stored
    }

    /// The sink has announced everything up to and including this event.
    package func markAnnounced(by sink: String, upTo seq: Int64) throws(StoreError) {
        try database.run(
            "INSERT INTO announced (sink, seq) VALUES (?, ?) ON CONFLICT (sink) DO UPDATE SET seq = excluded.seq",
            sink, seq)
    }
}
