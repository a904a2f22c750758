import SQLite

/// Reads the database beside its writer, on a thread of its own.
package actor StoreReader {
    private let thread: DatabaseThread
    private let location: StoreLocation

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// The connection is opened by the first read.
    package init(_ location: StoreLocation, name: String = "walletd-reader") {
        self.location = location
        thread = DatabaseThread(name: name)
    }

    /// Runs `body` on one consistent state of the database: that of the last commit when it began.
    package func read<Value: Sendable>(
        _ body: @Sendable (ReadTransaction) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        throw StoreError(.closed, "")
    }
}
