package import Migrations
import SQLite
package import WalletCore

/// The one writer of the database, on a thread of its own: SQLite blocks, and the cooperative pool must not.
package actor Store {
    package let location: StoreLocation
    private let thread: DatabaseThread
    private var writer: Writer?

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(location: StoreLocation) {
        self.location = location
        thread = DatabaseThread(name: "walletd-writer")
    }

    /// Runs `body` in one transaction that is committed, with everything it did, before this returns.
    ///
    /// The highest committed instant becomes `now` in the same commit. When `body` throws, nothing of it is kept. The
    /// store stays usable after any failure that is not one of damage.
    package func write<Value: Sendable>(
        at now: Timestamp, _ body: @Sendable (WriteTransaction) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        throw StoreError(.closed, "")
    }

    /// Moves the log into the database and closes it; readers are to be closed before.
    package func close() throws(StoreError) {
        writer = nil
    }
}

extension Store {
    /// Opens the database, makes it where there never was one, and brings its schema up to date.
    ///
    /// `newID` becomes the id of a database that is made. A file that is not a sound database of this program is left
    /// as it is.
    package static func open(
        _ location: StoreLocation, newID: String, now: Timestamp, migrations: [Migration] = Migrations.all
    ) async throws(StoreError) -> OpenedStore {
        throw StoreError(.closed, "")
    }
}
