import EngineTestSupport
import WalletCore

@testable import WalletStore

/// A disk that a test fills: every write to the database then needs a page that there is no room for.
struct Disk {
    let running: RunningEngine

    func fill() async throws {
        let tables = ["source", "event", "holding", "announced", "alert_state", "poll", "cashout", "decision"]
        let triggers = tables.flatMap { table in
            ["INSERT", "UPDATE"].map { change in
                """
                CREATE TRIGGER grow_\(table)_\(change) AFTER \(change) ON \(table)
                BEGIN INSERT INTO ballast VALUES (zeroblob(100000)); END;
                """
            }
        }
        try await running.execute(
            "CREATE TABLE ballast (bytes BLOB) STRICT; \(triggers.joined()) PRAGMA max_page_count = 1;")
    }

    func empty() async throws {
        try await running.execute("PRAGMA max_page_count = 1000000")
    }
}

extension RunningEngine {
    /// Runs statements on the connection that writes.
    func execute(_ script: String) async throws {
        try await store.execute(script)
    }
}

extension Store {
    func execute(_ script: String) throws {
        try write(at: .start) { transaction throws(StoreError) in try transaction.database.execute(script) }
    }
}
