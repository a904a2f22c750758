import CSQLite

/// The row that a statement is at; columns count from 0.
///
/// Reads name the type that the schema promises. No such column traps; after another type the query throws.
@usableFromInline package struct Row: ~Copyable {
    let statement: Statement

    package func int64(_ column: Int) -> Int64 { sqlite3_column_int64(statement.handle, index(column, SQLITE_INTEGER)) }
    package func int(_ column: Int) -> Int { Int(int64(column)) }
    /// Bytes that are no UTF-8 come as U+FFFD.
    package func text(_ column: Int) -> String { String(decoding: bytes(column, SQLITE_TEXT), as: UTF8.self) }
    package func blob(_ column: Int) -> [UInt8] { Array(bytes(column, SQLITE_BLOB)) }

    package func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }
    package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    package func optionalBlob(_ column: Int) -> [UInt8]? { isNull(column) ? nil : blob(column) }

    /// The error for a value that cannot be what was written; `message` names column and rule, never the value.
    package func corruption(_ message: String) -> SQLiteError {
        SQLiteError(code: .corrupt, message: message, sql: statement.sql)
    }

    private func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

    private func type(_ column: Int) -> Int32 {
        // SQLite answers NULL for a column that does not exist, too.
        if column < 0 || column >= sqlite3_data_count(statement.handle) { fatalError("no column \(column)") }
        return sqlite3_column_type(statement.handle, Int32(column))
    }

    private func index(_ column: Int, _ expected: Int32) -> Int32 {
        let found = type(column)
        if found != expected { statement.misfit = corruption("column \(column) has type \(found), not \(expected)") }
        return Int32(column)
    }

    private func bytes(_ column: Int, _ type: Int32) -> UnsafeRawBufferPointer {
        let index = index(column, type)
        let text = type == SQLITE_TEXT ? sqlite3_column_text(statement.handle, index) : nil
        let start = text.map { UnsafeRawPointer($0) } ?? sqlite3_column_blob(statement.handle, index)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.handle, index)))
    }
}
