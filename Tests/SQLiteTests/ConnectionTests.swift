import Dispatch
import FoundationEssentials
import SQLite
import Testing

@Suite struct ConnectionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// How many descriptors of this process are open on files of a folder, the test's own when none is named.
    func openFiles(in place: String? = nil) throws -> Int {
        let descriptors = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: descriptors).count { name in
            // A descriptor of another test may be gone by now.
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(descriptors)/\(name)")
            return target?.hasPrefix(place ?? folder.path) ?? false
        }
    }

    @Test(arguments: [Connection.Access.readOnly, .readWrite])
    func `a missing file is made only where that was asked for`(access: Connection.Access) throws {
        let error = #expect(throws: SQLiteError.self) {
            try Connection(path: folder.file("wallet.db"), access: access)
        }
        #expect(error?.code == .cannotOpen)
        #expect(error?.message == "unable to open database file (No such file or directory)")
        #expect(try folder.names() == [])
        #expect(try openFiles() == 0)
    }

    @Test func `a folder, and a path with a NUL byte, cannot be opened`() throws {
        for path in [folder.path, folder.file("a\0b")] {
            let error = #expect(throws: SQLiteError.self) { try Connection(path: path, access: .create) }
            #expect(error?.code == .cannotOpen)
        }
        #expect(try folder.names() == [])
    }

    @Test func `a read-only connection writes nothing`() throws {
        try folder.connect("CREATE TABLE t (a)").close()
        let reader = try Connection(path: folder.file("wallet.db"), access: .readOnly)
        let error = #expect(throws: SQLiteError.self) { try reader.run("INSERT INTO t VALUES (1)") }
        #expect(error?.code == .readOnly)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel/notes")))
    func `a file that can only be read is refused for writing`() throws {
        let error = #expect(throws: SQLiteError.self) {
            try Connection(path: "/sys/kernel/notes", access: .readWrite)
        }
        #expect([.readOnly, .permissionDenied].contains(error?.code))
        #expect(try openFiles(in: "/sys/kernel/notes") == 0)
    }

    @Test func `no name means a database in memory or a URI`() throws {
        for name in [":memory:", "file:x?mode=memory"] {
            let error = #expect(throws: SQLiteError.self) { try Connection(path: name, access: .readOnly) }
            #expect(error?.code == .cannotOpen)
        }
    }

    @Test func `a closed connection leaves neither log nor descriptor`() throws {
        let db = try folder.connect("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        try db.run("INSERT INTO t VALUES (?)", 2)
        #expect(try folder.names() == ["wallet.db", "wallet.db-shm", "wallet.db-wal"])
        db.close()
        #expect(try folder.names() == ["wallet.db"])
        #expect(try openFiles() == 0)
    }

    @Test func `a connection that keeps the log writes nothing when it closes`() throws {
        let db = try folder.connect("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        let before = (try folder.bytes(of: "wallet.db"), try folder.bytes(of: "wallet.db-wal"))
        db.close(log: .kept)
        #expect(try folder.bytes(of: "wallet.db") == before.0)
        #expect(try folder.bytes(of: "wallet.db-wal") == before.1)
        #expect(try folder.connect().query("SELECT a FROM t") { $0.int(0) } == [1])
    }

    @Test func `a dropped connection keeps the log and closes once its statements are gone`() throws {
        var statement: Statement?
        do {
            let db = try folder.connect("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
            statement = try db.prepare("SELECT a FROM t")
        }
        #expect(try statement?.step() == true)
        #expect(statement?.row.int(0) == 1)
        statement = nil
        #expect(try openFiles() == 0)
        #expect(try folder.names().contains("wallet.db-wal"))
    }

    @Test func `closing rolls an open transaction back`() throws {
        let db = try folder.connect("CREATE TABLE t (a)")
        try db.execute("BEGIN; INSERT INTO t VALUES (1)")
        db.close()
        #expect(try folder.connect().query("SELECT a FROM t") { $0.int(0) } == [])
    }

    @Test(arguments: [
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'",
        "INSERT INTO child VALUES (1)",
        "SELECT \"misspelt\"",
        "SELECT load_extension('x')",
        "SELECT * FROM unsafe",
    ])
    func `a connection is hardened`(script: String) throws {
        let db = try folder.connect(
            """
            CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (parent REFERENCES parent);
            CREATE VIEW unsafe AS SELECT rtreedepth(x'0000');
            """)
        #expect(throws: SQLiteError.self) { try db.execute(script) }
    }

    @Test func `an interrupt from another thread ends an endless query, and the next one runs`() throws {
        let db = try folder.connect()
        let handle = db.interruptHandle
        let endless = """
            SELECT 0 UNION ALL
            SELECT count(*) FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n)
            """
        let error = #expect(throws: SQLiteError.self) {
            try db.query(endless) { _ in DispatchQueue.global().async { handle.interrupt() } }
        }
        #expect(error?.code == .interrupted)
        #expect(try db.first("SELECT 7") { $0.int(0) } == 7)
    }

    @Test func `an interrupt without anything to end does nothing`() throws {
        let db = try folder.connect()
        let handle = db.interruptHandle
        handle.interrupt()
        #expect(try db.first("SELECT 7") { $0.int(0) } == 7)
        db.close()
        handle.interrupt()
    }

    @Test func `an interrupt may meet the closing of its connection`() throws {
        for _ in 0..<200 {
            let db = try folder.connect()
            let handle = db.interruptHandle
            DispatchQueue.global().async { for _ in 0..<50 { handle.interrupt() } }
            db.close()
        }
        #expect(try openFiles() == 0)
    }

    @Test func `an actor owns a connection`() async throws {
        actor Ledger {
            let db: Connection
            nonisolated let interruptHandle: InterruptHandle
            init(path: String) throws {
                db = try Connection(path: path, access: .create)
                interruptHandle = db.interruptHandle
                try db.execute("CREATE TABLE t (a INTEGER) STRICT")
            }
            func add(_ number: Int) throws -> Int? {
                try db.transaction {
                    try db.run("INSERT INTO t VALUES (?)", number)
                    return try db.first("SELECT sum(a) FROM t") { $0.int(0) }
                }
            }
        }
        let ledger = try Ledger(path: folder.file("ledger.db"))
        for number in 1...3 { _ = try await ledger.add(number) }
        #expect(try await ledger.add(4) == 10)
    }
}
