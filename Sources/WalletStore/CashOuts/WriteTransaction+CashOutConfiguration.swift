import SQLite
import WalletCore

extension WriteTransaction {
    /// Brings what is remembered of cash-outs in line with a configuration: what has another identity begins to be known
    /// anew, and a rule that is another one has no consent any more. What is gone is kept.
    package func configure(_ configured: ConfiguredCashOuts) throws(StoreError) -> CashOutChanges {
        var changes = CashOutChanges()
        for (name, identity) in configured.destinations.sorted(by: { $0.key < $1.key }) {
            switch try see(destination: name, identity: identity) {
            case .new: changes.newDestinations.append(name)
            case .changed: changes.changedDestinations.append(name)
            case .known: break
            }
        }
        for (name, identity) in configured.providers.sorted(by: { $0.key < $1.key }) {
            if try see(provider: name, identity: identity) == .changed { changes.changedProviders.append(name) }
        }
        changes.consentsEnded = try configure(rules: configured.revisions)
        return changes
    }

    /// What came of looking at an identity.
    package enum Sighting: Equatable, Sendable {
        case new
        case changed
        case known
    }

    /// Remembers since when a destination is what it is.
    package func see(destination name: String, identity: String) throws(StoreError) -> Sighting {
        let known = try database.first("SELECT identity FROM destination WHERE name = ?", name) { $0.text(0) }
        guard known != identity else { return .known }
        try database.run(
            """
            INSERT INTO destination (name, identity, since, first_seen) VALUES (?1, ?2, ?3, ?3)
            ON CONFLICT DO UPDATE SET identity = excluded.identity, since = excluded.since
            """,
            name, identity, now)
        return known == nil ? .new : .changed
    }

    /// Remembers since when a provider is what it is; what an other one promised, or was found to be, counts no more.
    package func see(provider name: String, identity: String) throws(StoreError) -> Sighting {
        let known = try database.first("SELECT identity FROM provider WHERE name = ?", name) { $0.text(0) }
        guard known != identity else { return .known }
        try database.run("DELETE FROM trust_announced WHERE provider = ?", name)
        try database.run(
            """
            INSERT INTO provider (name, identity, since, first_seen) VALUES (?1, ?2, ?3, ?3)
            ON CONFLICT DO UPDATE SET
              identity = excluded.identity, since = excluded.since, promise = NULL, described_at = NULL,
              attention_at = NULL, attention = NULL, attention_message = NULL
            """,
            name, identity, now)
        return known == nil ? .new : .changed
    }

    private func configure(rules revisions: [String: String]) throws(StoreError) -> [String] {
        let known = try database.query("SELECT name FROM cashout_rule WHERE revision IS NOT NULL") { $0.text(0) }
        var ended: [String] = []
        for name in Set(known).union(revisions.keys).sorted() {
            let revision = revisions[name]
            guard try self.revision(of: name) != revision else { continue }
            if case .given = try consent(to: name) { ended.append(name) }
            try endConsent(to: name, because: ConsentEnd.changed)
            try database.run("DELETE FROM confirmation WHERE rule = ?", name)
            try database.run(
                """
                INSERT INTO cashout_rule (name, revision) VALUES (?, ?)
                ON CONFLICT DO UPDATE SET revision = excluded.revision
                """,
                name, revision)
        }
        return ended
    }
}
