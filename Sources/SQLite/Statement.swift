import CSQLite

/// A prepared statement. Wrong use (a wrong number of values, a missing parameter, binding while rows are read) traps.
@usableFromInline package final class Statement {
    let handle: OpaquePointer
    /// What a read met that the schema rules out.
    var misfit: SQLiteError?

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { sqlite3_finalize(handle) }

    /// Runs to the end with one value for each parameter, passing over rows.
    @inlinable package func run<each Value: Bindable>(_ values: repeat each Value) throws(SQLiteError) {
        defer { reset() }
        try bindAll(repeat each values)
        while try step() {}
    }

    /// Gives `value` to the parameter `index`, counted from 1, until it gets another.
    @inlinable package func bind(_ value: some Bindable, at index: Int) throws(SQLiteError) {
        try set(value.boundValue, at: index)
    }

    /// Goes to the next row; false after the last. `reset()` comes last, also after an error.
    @usableFromInline package func step() throws(SQLiteError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw failure(code)
        }
    }

    /// The row that `step()` went to.
    @usableFromInline package var row: Row { Row(statement: self) }

    @usableFromInline func checkMisfit() throws(SQLiteError) {
        defer { misfit = nil }
        if let misfit { throw misfit }
    }

    /// Back to before the first row; bound values stay.
    @usableFromInline package func reset() { sqlite3_reset(handle) }

    /// Ends the statement before its last row, which commits what it wrote when no transaction is open.
    @usableFromInline func end() throws(SQLiteError) {
        let code = sqlite3_reset(handle)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    @inlinable func bindAll<each Value: Bindable>(_ values: repeat each Value) throws(SQLiteError) {
        var count = 0
        for value in repeat each values {
            count += 1
            try set(value.boundValue, at: count)
        }
        expect(count)
    }

    var sql: String { String(cString: sqlite3_sql(handle)) }

    private func failure(_ code: Int32) -> SQLiteError { SQLiteError(code, in: sqlite3_db_handle(handle), sql: sql) }

    @usableFromInline func expect(_ count: Int) {
        let expected = sqlite3_bind_parameter_count(handle)
        if count != expected { fatalError("\(count) values for \(expected) parameters in: \(sql)") }
    }

    @usableFromInline func set(_ value: BoundValue, at position: Int) throws(SQLiteError) {
        let index = Int32(position)
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let number): sqlite3_bind_int64(handle, index, number)
            case .text(var text):
                text.withUTF8 { csqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count)) }
            case .blob(let bytes): csqlite_bind_blob(handle, index, bytes, UInt64(bytes.count))
            }
        guard code != SQLITE_OK else { return }
        if code == SQLITE_RANGE { fatalError("there is no parameter \(index) in: \(sql)") }
        if code == SQLITE_MISUSE { fatalError("a value is bound while rows are read from: \(sql)") }
        throw failure(code)
    }
}
