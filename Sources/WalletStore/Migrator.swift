import Crypto
import Migrations
import SQLite
import WalletCore

/// Brings a database to the schema of this program, or says why it cannot.
struct Migrator {
    let database: Database
    let migrations: [Migration]

    /// What a database needs.
    enum Need {
        /// It has no schema yet.
        case all
        /// It has the schema of an older version.
        case some([Migration])
        case none
    }

    /// Compares what was applied with what this program has: a step that is not known, or was another one, is refused.
    func need() throws(StoreError) -> Need {
        guard try hasTable("migration") else {
            guard try isEmpty() else {
                throw StoreError(.notADatabase, "\(path) is the database of another program. It is left as it is.")
            }
            return .all
        }
        let applied = try database.query("SELECT version, name, sha256 FROM migration ORDER BY version") { row in
            AppliedMigration(version: row.int(0), name: row.text(1), checksum: row.text(2))
        }
        if let last = applied.last, last.version > migrations.count {
            throw .newer(database.location, version: last.version)
        }
        guard applied == migrations.prefix(applied.count).map(AppliedMigration.init),
            try pragma("user_version") == applied.count
        else {
            throw StoreError(
                .changedMigration,
                """
                The schema of \(path) was not made by this version of walletd or an older one. It is left as it is; \
                install the version that wrote it.
                """)
        }
        let missing = Array(migrations.dropFirst(applied.count))
        return missing.isEmpty ? .none : .some(missing)
    }

    /// Applies steps in order, each in a transaction that also records it.
    func apply(_ steps: [Migration], at now: Timestamp) throws(StoreError) {
        // A step may rebuild a table that others refer to; what it leaves is checked before it is committed.
        try database.execute("PRAGMA foreign_keys = OFF")
        for step in steps {
            try database.transaction { () throws(StoreError) in
                try database.execute(step.sql)
                let broken = try database.first("PRAGMA foreign_key_check") { $0.text(0) }
                if let broken { throw database.refused("\(step.name) leaves rows of \(broken) that refer to nothing") }
                let record = AppliedMigration(step)
                try database.run(
                    "INSERT INTO migration (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)",
                    record.version, record.name, record.checksum, now)
                try database.execute("PRAGMA application_id = \(DatabaseHeader.applicationID)")
                try database.execute("PRAGMA user_version = \(step.version)")
            }
        }
        try database.execute("PRAGMA foreign_keys = ON")
    }

    private var path: String { database.location.database }

    private func hasTable(_ name: String) throws(StoreError) -> Bool {
        try database.first("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name) { _ in true } ?? false
    }

    private func isEmpty() throws(StoreError) -> Bool {
        try database.first("SELECT 1 FROM sqlite_schema") { _ in false } ?? true
    }

    private func pragma(_ name: String) throws(StoreError) -> Int {
        try database.first("PRAGMA \(name)") { $0.int(0) } ?? 0
    }
}

/// A step as the database remembers it.
private struct AppliedMigration: Equatable {
    let version: Int
    let name: String
    let checksum: String

    init(version: Int, name: String, checksum: String) {
        self.version = version
        self.name = name
        self.checksum = checksum
    }

    init(_ migration: Migration) {
        version = migration.version
        name = migration.name
        checksum = SHA256.hash(data: Array(migration.sql.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
