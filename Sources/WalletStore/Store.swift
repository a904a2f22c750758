package import Migrations
package import WalletCore

/// The one writer of the database, on a thread of its own: SQLite blocks, and the cooperative pool must not.
package actor Store {
    package nonisolated let location: StoreLocation
    private let executor: any SerialExecutor
    private var writer: Writer?

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(location: StoreLocation, executor: any SerialExecutor) {
        self.location = location
        self.executor = executor
    }

    /// Opens the database, makes it where there never was one, and brings its schema up to date.
    ///
    /// `newID` becomes the id of a database that is made. A file that is not a sound database of this program is left
    /// as it is. The folder must exist.
    package static func open(
        _ location: StoreLocation, newID: String, now: Timestamp, migrations: [Migration] = Migrations.all
    ) async throws(StoreError) -> OpenedStore {
        try await open(
            location, newID: newID, now: now, migrations: migrations, on: DatabaseThread(name: "walletd-writer"))
    }

    /// On a thread that the caller chooses: where that is everybody's, one thing happens after the other.
    static func open(
        _ location: StoreLocation, newID: String, now: Timestamp, migrations: [Migration] = Migrations.all,
        on executor: any SerialExecutor
    ) async throws(StoreError) -> OpenedStore {
        let store = Store(location: location, executor: executor)
        let opening = Opening(location: location, newID: newID, now: now, migrations: migrations)
        return OpenedStore(store: store, findings: try await store.begin(opening))
    }

    private func begin(_ opening: Opening) throws(StoreError) -> OpenedStore.Findings {
        let (writer, findings) = try opening.open()
        self.writer = writer
        return findings
    }

    /// Runs `body` in one transaction; when this returns, everything that it did is on the disk.
    ///
    /// Cash-outs take no steps in it: those are for ``commit(at:_:)``.
    /// The highest committed instant becomes `now`, if that is later, in the same commit. When `body` or the commit
    /// fails, nothing of it is kept, and the store can be used on: where the disk was full, it works once there is room.
    package func write<Value: Sendable>(
        at now: Timestamp, _ body: @Sendable (WriteTransaction) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        guard let value = try writer?.write(at: now, body) else { throw .closed(location) }
        return value
    }

    /// As ``write(at:_:)``, for a body in which cash-outs take steps: what they want done is handed out when all of it is
    /// on the disk, and a run of a request when the file beside the database knows of it, too.
    ///
    /// Without runs, that file does not matter; where it cannot be written, they are withheld.
    package func commit<Value: Sendable>(
        at now: Timestamp, _ body: @Sendable (WriteTransaction) throws(StoreError) -> Value
    ) throws(StoreError) -> Committed<Value> {
        guard let committed = try writer?.commit(at: now, body) else { throw .closed(location) }
        return committed
    }

    /// From the next transaction on.
    func cut(_ seam: CommitSeam) { writer?.seam = seam }

    /// Makes the generation file say that history has come this far: an older state of the database is told from this
    /// one afterwards, as one that was copied before must be.
    package func advanceGeneration() throws(StoreError) {
        guard try writer?.advanceGeneration() != nil else { throw .closed(location) }
    }

    /// Moves the log into the database and closes it; readers are to be closed before. A closed one may be closed.
    package func close() throws(StoreError) {
        defer { writer = nil }
        try writer?.close()
    }

    /// Closes a database that proved damaged, and leaves its files as they are.
    package func abandon() {
        writer?.abandon()
        writer = nil
    }
}
