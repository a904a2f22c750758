import CSQLite
import Glibc

/// A connection to a database file, for one thread at a time: not `Sendable`, so that an actor can own it.
///
/// Foreign keys are enforced; neither schema nor statements can run unsafe functions or break the file format.
@usableFromInline package final class Connection {
    /// The raw values are flags of `sqlite3_open_v2`.
    package enum Access: Int32 { case readOnly = 0x1, readWrite = 0x2, create = 0x6 }
    /// Whether the last connection moves the write-ahead log into the database, or writes nothing.
    package enum LogAtClose: Int32 { case checkpointed, kept }

    /// The longest value or row: bounds what one can cost in memory.
    package static let valueBytesMax = 16 << 20
    /// Above the number of texts in a program; when texts are composed, the cache starts anew here.
    static let cachedStatementsMax = 256

    /// Counting memory, which nobody reads, takes a lock at each allocation; SQLite can be told only before its first use.
    private static let leavesMemoryUncounted = csqlite_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK

    package let interruptHandle: InterruptHandle
    private var handle: OpaquePointer?
    private var cache: [String: Statement] = [:]

    /// Opens the file; whether it holds a database shows when a statement reads it.
    package init(path: String, access: Access, busyTimeout: Duration = .seconds(5)) throws(SQLiteError) {
        // With a folder in front, no name is taken for a URI or ":memory:".
        let file = path.hasPrefix("/") ? path : "./" + path
        guard !path.utf8.contains(0) else {
            throw SQLiteError(code: .cannotOpen, message: "the database's path has a NUL byte", sql: nil)
        }
        _ = Self.leavesMemoryUncounted
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(file, &opened, access.rawValue | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened else {
            defer { sqlite3_close_v2(opened) }
            throw SQLiteError(code, in: opened)
        }
        handle = opened
        interruptHandle = InterruptHandle(opened)
        let (seconds, attoseconds) = busyTimeout.components
        sqlite3_busy_timeout(opened, Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
        try harden()
        // SQLite falls back to reading when the file may not be written.
        guard access == .readOnly || sqlite3_db_readonly(opened, "main") == 0 else {
            throw SQLiteError(code: .readOnly, message: "the database file cannot be written", sql: nil)
        }
    }

    /// Writes nothing, like `close(log: .kept)`.
    deinit {
        interruptHandle.disarm()
        sqlite3_close_v2(handle)
    }

    /// Rolls an open transaction back; traps while somebody holds a statement.
    package func close(log: LogAtClose = .checkpointed) {
        interruptHandle.disarm()
        cache = [:]
        csqlite_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, log.rawValue)
        guard sqlite3_close(database) == SQLITE_OK else {
            fatalError("a connection is closed while a statement is held")
        }
        handle = nil
    }

    package var lastInsertRowID: Int64 { sqlite3_last_insert_rowid(database) }
    /// Rows that the last INSERT, UPDATE or DELETE changed, without those of triggers and foreign key actions.
    package var changes: Int { Int(sqlite3_changes64(database)) }
    /// Rows changed since the connection was opened, in every way.
    package var totalChanges: Int { Int(sqlite3_total_changes64(database)) }
    package var isInTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

    /// Runs the statements of `script` in order, up to the first that fails; a transaction begun there is rolled back.
    package func execute(_ script: String) throws(SQLiteError) {
        if script.utf8.contains(0) { fatalError("a script has a NUL byte") }
        let wasInTransaction = isInTransaction
        let code = sqlite3_exec(database, script, nil, nil, nil)
        guard code != SQLITE_OK else { return }
        defer { if !wasInTransaction { rollBack() } }
        throw SQLiteError(code, in: database, sql: script)
    }

    /// Prepares exactly one statement, to be kept.
    package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK else { throw SQLiteError(code, in: database, sql: sql) }
        let taken = sqlite3_sql(prepared).map { strlen($0) } ?? 0
        guard let prepared, sql.utf8.dropFirst(taken).allSatisfy({ $0 == 10 || $0 == 32 }) else {
            fatalError("not exactly one statement: \(sql)")
        }
        return Statement(prepared)
    }

    /// The statement that this text was prepared to before; a new one while that one is giving rows.
    @usableFromInline package func cachedStatement(_ sql: String) throws(SQLiteError) -> Statement {
        if let known = cache[sql] { return sqlite3_stmt_busy(known.handle) == 0 ? known : try prepare(sql) }
        if cache.count >= Self.cachedStatementsMax { cache = [:] }
        let statement = try prepare(sql)
        cache[sql] = statement
        return statement
    }

    var database: OpaquePointer {
        guard let handle else { fatalError("a connection is used after it was closed") }
        return handle
    }

    private func harden() throws(SQLiteError) {
        // DQS: a misspelt column in double quotes would be taken for a text.
        let on = [SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_FKEY, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE]
        let off = [SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL]
        for setting in on + off {
            let code = csqlite_db_config(database, setting, on.contains(setting) ? 1 : 0)
            guard code == SQLITE_OK else { throw SQLiteError(code, in: database) }
        }
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, Int32(Self.valueBytesMax))
    }
}
