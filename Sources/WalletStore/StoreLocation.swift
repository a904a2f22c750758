/// Where the database is, and what belongs beside it.
package struct StoreLocation: Hashable, Sendable {
    /// The path of the database file.
    package let database: String

    package init(database: String) {
        self.database = database
    }

    /// The state directory: the folder that the database is in.
    package var directory: String {
        guard let slash = database.lastIndex(of: "/") else { return "." }
        return slash == database.startIndex ? "/" : String(database[..<slash])
    }

    package var log: String { database + "-wal" }
    package var sharedMemory: String { database + "-shm" }
    package var generation: String { directory + "/walletd.generation" }
    package var backups: String { directory + "/backups" }
}
