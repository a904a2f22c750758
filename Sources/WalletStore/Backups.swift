import Glibc
import SQLite
import WalletCore

/// The copies of the database in `backups/`.
struct Backups {
    /// How many copies of one purpose are kept.
    static let kept = 7
    private static let unfinishedName = "walletd.db.new"

    let location: StoreLocation

    enum Purpose {
        case daily
        /// Before the schema became that of this version.
        case migration(to: Int)

        fileprivate var ending: String {
            switch self {
            case .daily: "-daily.db"
            case .migration(let version): "-before-schema-\(version).db"
            }
        }

        /// Whether a copy for this purpose is called so.
        fileprivate func isName(_ name: String) -> Bool { name.hasPrefix("walletd-") && name.hasSuffix(ending) }
    }

    /// Copies the database as of its last commit, by a connection that reads it, and returns the copy's path.
    ///
    /// The copy appears under its name when it is whole and on the disk. The oldest ones of the purpose are removed.
    func make(for purpose: Purpose, at now: Timestamp, by reader: Connection) throws(StoreError) -> String {
        try Folder(path: location.backups).create()
        let copy = try make(named: "walletd-\(now.fileName)\(purpose.ending)", by: reader)
        let copies = try Folder(path: location.backups).names().filter(purpose.isName)
        for old in copies.dropLast(Backups.kept) { unlink("\(location.backups)/\(old)") }
        return copy
    }

    /// The same under a given plain file name, which must be new.
    func make(named name: String, by reader: Connection) throws(StoreError) -> String {
        let copy = PlainFile(path: "\(location.backups)/\(name)")
        guard try copy.size() == nil else { throw StoreError(.refused, "\(copy.path) exists already.") }
        try makeUnnamed(by: reader) { unfinished throws(StoreError) in try unfinished.rename(to: copy.path) }
        return copy.path
    }

    /// The same under a name of no meaning, for as long as `body` runs; one that is still there then is removed.
    ///
    /// Only one copy is made at a time: what a run that was killed left behind is removed before.
    func makeUnnamed<Value>(
        by reader: Connection, _ body: (PlainFile) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try Folder(path: location.backups).create()
        let unfinished = PlainFile(path: "\(location.backups)/\(Backups.unfinishedName)")
        unlink(unfinished.path)
        defer { unlink(unfinished.path) }
        try refuseWithoutRoom()
        // SQLite takes an empty file for a new one, and this one has the right mode.
        try unfinished.create()
        try Database(connection: reader, location: location).run("VACUUM INTO ?", unfinished.path)
        try unfinished.synchronize()
        guard isSound(unfinished.path) else {
            throw StoreError(.ioError, "A copy of \(location.database) does not hold what was written to it.")
        }
        return try body(unfinished)
    }

    /// A copy that does not fit would take the room that the database itself needs, until it is given up.
    private func refuseWithoutRoom() throws(StoreError) {
        let needed =
            (try PlainFile(path: location.database).size() ?? 0) + (try PlainFile(path: location.log).size() ?? 0)
        var disk = statvfs()
        guard statvfs(location.backups, &disk) == 0 else {
            throw StoreError(errno: errno, "look at", location.backups)
        }
        guard disk.f_bavail * disk.f_frsize < UInt(needed) else { return }
        throw StoreError(.noSpace, "There is no room for a copy of \(location.database) in \(location.backups).")
    }

    /// The path of the copy that was written last among those that are whole; `nil` also where none can be read.
    func newestSound() -> String? {
        let names = (try? Folder(path: location.backups).names()) ?? []  // one that cannot be listed offers nothing
        return names.filter { $0.hasSuffix(".db") }.map { "\(location.backups)/\($0)" }
            .sorted { modified($0) > modified($1) }
            .first(where: isSound)
    }

    private func modified(_ path: String) -> Int {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mtim.tv_sec : 0
    }

    func isSound(_ path: String) -> Bool {
        do {
            guard let bytes = try PlainFile(path: path).bytes(limit: DatabaseHeader.byteCount),
                try DatabaseHeader(bytes).applicationID == DatabaseHeader.applicationID
            else { return false }
            return try Connection(path: path, access: .readOnly).problems(limit: 1).isEmpty
        } catch {
            return false
        }
    }
}

extension Connection {
    /// What SQLite's check of the file's structure and constraints finds, in its words; empty for a sound database.
    func problems(limit: Int) throws(SQLiteError) -> [String] {
        try query("PRAGMA quick_check(\(limit))") { $0.text(0) }.filter { $0 != "ok" }
    }
}

extension Timestamp {
    /// To the second, without the colons that some tools take for a host's: `2026-11-23T010203Z`.
    var fileName: String { "\(description.prefix { $0 != "." && $0 != "Z" }.filter { $0 != ":" })Z" }
}
