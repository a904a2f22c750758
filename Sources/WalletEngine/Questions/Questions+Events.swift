package import WalletCore
import WalletStore

/// Which events are wanted.
package struct EventQuery: Sendable {
    /// Only later ones.
    package var after: Int64
    /// Only from then on.
    package var since: Timestamp?
    /// Patterns over the names of the types; an empty list wants all.
    package var types: [Glob]

    package init(after: Int64 = 0, since: Timestamp? = nil, types: [Glob] = []) {
        self.after = after
        self.since = since
        self.types = types
    }
}

extension Questions {
    /// The first `limit` events of a query, in order of their numbers.
    package func events(_ query: EventQuery, limit: Int) async throws(EngineError) -> [Event] {
        let types = EventType.allCases.filter { type in query.types.contains { $0.matches(type.rawValue) } }
        guard query.types.isEmpty || !types.isEmpty else { return [] }
        return try await ask { transaction throws(StoreError) in
            var after = query.after
            if let since = query.since { after = max(after, try transaction.lastEvent(before: since)) }
            return query.types.isEmpty
                ? try transaction.events(after: after, limit: limit)
                : try transaction.events(after: after, types: types, limit: limit)
        }
    }

    /// The number of the newest committed event; 0 before the first.
    package var lastEvent: Int64 { ledger.feed.last }

    /// Returns once an event newer than `seq` is committed, or when the task is cancelled.
    package func eventCommitted(after seq: Int64) async { await ledger.feed.passed(seq) }
}
