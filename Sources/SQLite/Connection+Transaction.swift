import CSQLite

extension Connection {
    /// Runs `body` between BEGIN IMMEDIATE and COMMIT, and undoes it when either throws.
    ///
    /// It throws what `body` throws, or `SQLiteError`. A statement's error has to leave `body`: SQLite may have rolled
    /// back by itself. Traps inside another transaction and while rows are read.
    package func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        if isInTransaction { fatalError("a transaction begins inside a transaction") }
        forEachStatement { if sqlite3_stmt_busy($0) != 0 { fatalError("a transaction begins while rows are read") } }
        try run("BEGIN IMMEDIATE")
        do {
            let value = try body()
            try run("COMMIT")
            return value
        } catch {
            rollBack()
            throw error
        }
    }

    /// Never leaves a transaction open, which would swallow all later writes.
    func rollBack() {
        while isInTransaction {
            // An interrupt lasts while any statement runs, and would end ROLLBACK as well.
            forEachStatement { sqlite3_reset($0) }
            do { try run("ROLLBACK") } catch {
                guard error.code == .interrupted else { fatalError("a transaction cannot be rolled back: \(error)") }
            }
        }
    }

    private func forEachStatement(_ body: (OpaquePointer) -> Void) {
        var next = sqlite3_next_stmt(database, nil)
        while let statement = next {
            body(statement)
            next = sqlite3_next_stmt(database, statement)
        }
    }
}
