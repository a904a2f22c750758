import SQLite

/// A connection whose failures are told as ``StoreError``.
package struct Database {
    let connection: Connection
    let location: StoreLocation

    func run<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws(StoreError) {
        do throws(SQLiteError) { try connection.run(sql, repeat each values) } catch {
            throw StoreError(error, at: location)
        }
    }

    /// For a loop that runs it many times.
    func statement(_ sql: String) throws(StoreError) -> Statement {
        do throws(SQLiteError) { return try connection.cachedStatement(sql) } catch {
            throw StoreError(error, at: location)
        }
    }

    /// Runs a statement without rows whose values `bind` gives one by one, which is quicker than a list of them.
    func run(_ statement: Statement, bind: (Statement) throws(SQLiteError) -> Void) throws(StoreError) {
        do throws(SQLiteError) {
            defer { statement.reset() }
            try bind(statement)
            _ = try statement.step()
        } catch {
            throw StoreError(error, at: location)
        }
    }

    /// The rows that the last ``run`` changed.
    var changes: Int { connection.changes }

    func query<each Value: Bindable, Element>(
        _ sql: String, _ values: repeat each Value, read: (borrowing Row) throws(SQLiteError) -> Element
    ) throws(StoreError) -> [Element] {
        do throws(SQLiteError) { return try connection.query(sql, repeat each values, read: read) } catch {
            throw StoreError(error, at: location)
        }
    }

    func first<each Value: Bindable, Element>(
        _ sql: String, _ values: repeat each Value, read: (borrowing Row) throws(SQLiteError) -> Element
    ) throws(StoreError) -> Element? {
        do throws(SQLiteError) { return try connection.first(sql, repeat each values, read: read) } catch {
            throw StoreError(error, at: location)
        }
    }

    func execute(_ script: String) throws(StoreError) {
        do throws(SQLiteError) { try connection.execute(script) } catch { throw StoreError(error, at: location) }
    }

    /// Runs `body` in a transaction that may write.
    func transaction<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
        do {
            return try connection.transaction(body)
        } catch let error as StoreError {
            throw error
        } catch let error as SQLiteError {
            throw StoreError(error, at: location)
        } catch {
            preconditionFailure("a transaction failed otherwise: \(error)")
        }
    }

    /// Runs `body` on one state of the database.
    func snapshot<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
        try run("BEGIN")
        do throws(StoreError) {
            let value = try body()
            try run("COMMIT")
            return value
        } catch {
            if connection.isInTransaction { try run("ROLLBACK") }
            throw error
        }
    }

    func refused(_ message: String) -> StoreError {
        StoreError(.refused, "\(location.database) refused a change: \(message). This is a mistake in walletd.")
    }
}
