import SQLite

/// A connection whose failures are told as ``StoreError``.
package struct Database {
    let connection: Connection
    let location: StoreLocation

    func run<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws(StoreError) {
        do { try connection.run(sql, repeat each values) } catch { throw StoreError(error, at: location) }
    }

    /// The rows that the last ``run`` changed.
    var changes: Int { connection.changes }

    func query<each Value: Bindable, Element>(
        _ sql: String, _ values: repeat each Value, row: (borrowing Row) throws(SQLiteError) -> Element
    ) throws(StoreError) -> [Element] {
        do { return try connection.query(sql, repeat each values, row: row) } catch {
            throw StoreError(error, at: location)
        }
    }

    func first<each Value: Bindable, Element>(
        _ sql: String, _ values: repeat each Value, row: (borrowing Row) throws(SQLiteError) -> Element
    ) throws(StoreError) -> Element? {
        do { return try connection.first(sql, repeat each values, row: row) } catch {
            throw StoreError(error, at: location)
        }
    }

    func execute(_ script: String) throws(StoreError) {
        do { try connection.execute(script) } catch { throw StoreError(error, at: location) }
    }

    func refused(_ message: String) -> StoreError {
        StoreError(.refused, "\(location.database) refused a change: \(message). This is a mistake in walletd.")
    }
}
