import Migrations
import SQLite
import WalletCore

/// Finds, makes or refuses the database at a start of the daemon.
struct Opening {
    /// Numbers left out where history went back: none of the time that is gone is given again.
    static let eventsSkipped: Int64 = 1_000_000

    let location: StoreLocation
    /// For a database that is made.
    let newID: String
    let now: Timestamp
    let migrations: [Migration]

    /// Looks before it writes: whatever is refused is left as it is.
    func open() throws(StoreError) -> (Writer, OpenedStore.Findings) {
        let known = try Generation.read(beside: location)
        if try DatabaseFile(location: location).inspect(newestVersion: migrations.count) == .absent {
            guard known == nil else { throw missing() }
            try PlainFile(path: location.database).create()
        }
        let database = Database(connection: try connect(.readWrite), location: location)
        try migrate(database, known)
        try database.execute("PRAGMA busy_timeout = \(Writer.busyTimeout.wholeMilliseconds)")
        let (generation, findings) = try database.transaction { () throws(StoreError) in
            try beginRun(in: database, known)
        }
        return (try Writer(database, generation: generation), findings)
    }

    private func connect(_ access: Connection.Access) throws(StoreError) -> Connection {
        do {
            return try Connection(path: location.database, access: access)
        } catch {
            throw StoreError(error, at: location)
        }
    }

    private func migrate(_ database: Database, _ known: Generation?) throws(StoreError) {
        let migrator = Migrator(database: database, migrations: migrations)
        let steps: [Migration]
        switch try migrator.need() {
        case .none:
            steps = []
        case .some(let missing):
            steps = missing
            let backups = Backups(location: location)
            _ = try backups.make(for: .migration(to: migrations.count), at: now, by: connect(.readOnly))
        case .all:
            guard known == nil else { throw missing() }
            steps = migrations
        }
        try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        if !steps.isEmpty { try migrator.apply(steps, at: now) }
    }

    /// Everything that a start changes in the database, together with what it found there.
    private func beginRun(
        in database: Database, _ known: Generation?
    ) throws(StoreError) -> (Generation, OpenedStore.Findings) {
        let highest = try database.highestInstant()
        let found = try currentGeneration(of: database)
        guard found != nil || known == nil else { throw .damaged(location, because: "it has lost its id") }
        if let found, let known, found.isBehind(known) { try wentBack(to: found, from: known, in: database) }
        let id = found?.databaseID ?? newID
        let number = max(found?.number ?? 0, known?.number ?? 0)
        try database.put(.databaseID, id)
        let next = try Generation.raise(Generation(databaseID: id, number: number, lastEvent: 0), in: database)
        try beginObserving(in: database)
        let findings = OpenedStore.Findings(
            history: found == nil ? .began : try history(in: database), schema: migrations.count,
            highestInstant: highest)
        return (next, findings)
    }

    /// `nil`: nothing was begun in the database.
    private func currentGeneration(of database: Database) throws(StoreError) -> Generation? {
        guard let id = try database.state(.databaseID), let number = try database.number(.generation) else {
            return nil
        }
        guard Generation.numbers.contains(number) else {
            throw .damaged(location, because: "its generation is \(number)")
        }
        return Generation(databaseID: id, number: number, lastEvent: try database.lastEvent())
    }

    private func wentBack(to found: Generation, from known: Generation, in database: Database) throws(StoreError) {
        let last = max(known.lastEvent, found.lastEvent)
        try database.run("DELETE FROM sqlite_sequence WHERE name = 'event'")
        try database.run(
            "INSERT INTO sqlite_sequence (name, seq) VALUES ('event', ?)", last + Opening.eventsSkipped)
        try database.put(.wentBack, "\(last) \(now.milliseconds)")
        // What was read then may have been paid out since.
        try database.run("DELETE FROM confirmation")
    }

    private func history(in database: Database) throws(StoreError) -> OpenedStore.History {
        try database.historyWentBack().map { .wentBack($0) } ?? .continued
    }

    /// The run before ended with its last commit. Runs do not overlap, also where the clock was set back.
    private func beginObserving(in database: Database) throws(StoreError) {
        try database.run(
            """
            UPDATE run SET ended_at = max(started_at, (SELECT highest FROM clock))
            WHERE started_at = (SELECT max(started_at) FROM run) AND ended_at IS NULL
            """)
        try database.run(
            """
            INSERT INTO run (started_at)
            VALUES (max(?1, coalesce((SELECT ended_at + 1 FROM run ORDER BY started_at DESC LIMIT 1), ?1)))
            """,
            now)
        try database.run(
            """
            INSERT INTO clock (one, highest) VALUES (1, ?)
            ON CONFLICT DO UPDATE SET highest = max(highest, excluded.highest)
            """,
            now)
    }

    private func missing() -> StoreError {
        let way =
            if let backup = Backups(location: location).newestSound() {
                "`walletd --restore \(backup)` brings the newest sound backup back"
            } else {
                "there is no sound backup in \(location.backups)"
            }
        return StoreError(
            .missing,
            """
            The database \(location.database) is missing or empty, but \(location.generation) says that there was one: \
            \(way). To begin anew without its history, remove \(location.generation).
            """)
    }
}
