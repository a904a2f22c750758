import SQLite
package import WalletCore

/// Puts a backup in the place of the database. No daemon may run on it meanwhile.
package struct Restoration {
    private let backup: String
    private let location: StoreLocation

    package init(of backup: String, to location: StoreLocation) {
        self.backup = backup
        self.location = location
    }

    /// Returns where the database that was there is kept, with its log beside it; `nil` where there was none.
    ///
    /// The generation file stays, so that the next start finds that history went back. Ended in the middle, it leaves
    /// the database as it was or gone, and can be run again.
    package func run(at now: Timestamp) throws(StoreError) -> String? {
        try check()
        let copy = PlainFile(path: location.database + ".restored")
        try copy.remove()
        try copy.create()
        do throws(SQLiteError) {
            // Takes with it what the backup's own log has, if it is a database that was in use.
            try Connection(path: backup, access: .readOnly).run("VACUUM INTO ?", copy.path)
        } catch {
            throw StoreError(error, at: StoreLocation(database: backup))
        }
        try copy.synchronize()
        let kept = try putAside(at: now)
        try copy.rename(to: location.database)
        return kept
    }

    private func check() throws(StoreError) {
        guard try PlainFile(path: backup).size() != nil else {
            throw StoreError(.missing, "There is no backup \(backup).")
        }
        guard backup != location.database else {
            throw StoreError(.refused, "\(backup) is the database itself. Name a backup of it.")
        }
        guard Backups(location: location).isSound(backup) else {
            throw StoreError(.damaged, "\(backup) is not a sound database of walletd. The database is left as it is.")
        }
    }

    /// The database first: without it nothing is begun anew, and its log alone is nothing.
    private func putAside(at now: Timestamp) throws(StoreError) -> String? {
        guard try PlainFile(path: location.database).size() != nil else { return nil }
        let kept = StoreLocation(database: "\(location.database).before-\(now.fileName)")
        guard try PlainFile(path: kept.database).size() == nil else {
            throw StoreError(.refused, "\(kept.database) exists already. Try again in a second.")
        }
        try PlainFile(path: location.database).rename(to: kept.database)
        try PlainFile(path: location.log).renameIfPresent(to: kept.log)
        try PlainFile(path: location.sharedMemory).remove()
        return kept.database
    }
}
