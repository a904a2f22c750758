import SQLite
package import WalletCore

/// Reads the database beside its writer, on a thread of its own.
package actor StoreReader {
    private let location: StoreLocation
    private let executor: any SerialExecutor
    private var database: Database?
    private let checkStop = CheckStop()
    private let copyStop = CopyStop()

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The first read opens the database. Of `name`, which names the thread, 15 bytes count.
    package init(_ location: StoreLocation, name: String = "walletd-reader") {
        self.init(location, on: DatabaseThread(name: name))
    }

    /// On a thread that the caller chooses.
    init(_ location: StoreLocation, on executor: any SerialExecutor) {
        self.location = location
        self.executor = executor
    }

    /// Runs `body` on one consistent state of the database: that of the last commit when it began.
    package func read<Value: Sendable>(
        _ body: @Sendable (ReadTransaction) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let database = try opened()
        return try database.snapshot { () throws(StoreError) in try body(ReadTransaction(database: database)) }
    }

    /// Has SQLite check the whole database, which takes the longer the larger it is; throws `.damaged` with what it
    /// found, and `.interrupted` once ``stopQuickCheck()`` was called, also before.
    package func quickCheck() throws(StoreError) {
        let database = try opened()
        guard let problem = try checkStop.run(database) else { return }
        throw .damaged(location, because: problem)
    }

    /// Ends a check that runs, and makes any further one end at once.
    package nonisolated func stopQuickCheck() { checkStop.stop() }

    /// Copies the database into `backups/` and returns the copy's path. The seven newest ones of a day are kept.
    ///
    /// ``Store/advanceGeneration()`` is to follow, so that the copy is known as older when it is ever restored.
    package func backUp(at now: Timestamp) throws(StoreError) -> String {
        let connection = try opened().connection
        return try copyStop.run(connection) { () throws(StoreError) in
            try Backups(location: location).make(for: .daily, at: now, by: connection)
        }
    }

    /// The same under a plain file name, which must be new, else it throws `.refused`; it stays until somebody removes it.
    package func backUp(named name: String) throws(StoreError) -> (path: String, byteCount: Int) {
        let connection = try opened().connection
        return try copyStop.run(connection) { () throws(StoreError) in
            let path = try Backups(location: location).make(named: name, by: connection)
            return (path, try PlainFile(path: path).size() ?? 0)
        }
    }

    /// The same as a file without a name.
    package func copy() throws(StoreError) -> DatabaseCopy {
        let connection = try opened().connection
        return try copyStop.run(connection) { () throws(StoreError) in
            try Backups(location: location).makeUnnamed(by: connection) { file throws(StoreError) in
                try DatabaseCopy(taking: file)
            }
        }
    }

    /// Ends a copy that is being made, and makes any further one end at once, with `.interrupted`.
    package nonisolated func stopCopying() { copyStop.stop() }

    /// Closes the database, which the next read would open again.
    package func close() {
        database?.connection.close(log: .kept)
        database = nil
    }

    private func opened() throws(StoreError) -> Database {
        if let database { return database }
        do {
            let connection = try Connection(path: location.database, access: .readOnly)
            let opened = Database(connection: connection, location: location)
            database = opened
            return opened
        } catch {
            throw StoreError(error, at: location)
        }
    }
}
