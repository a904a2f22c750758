import SQLite
import Testing

@Suite struct SQLiteErrorTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [
        ("INSERT INTO t (id, name, age) VALUES (1, 'b', 1)", SQLiteError.Code.constraintPrimaryKey),
        ("INSERT INTO t (id, name, age) VALUES (2, 'a', 1)", .constraintUnique),
        ("INSERT INTO t (id, name, age) VALUES (2, NULL, 1)", .constraintNotNull),
        ("INSERT INTO t (id, name, age) VALUES (2, 'b', -1)", .constraintCheck),
        ("INSERT INTO t (id, name, age) VALUES (2, 'b', 'old')", .constraintDataType),
        ("INSERT INTO t (id, name, age, parent) VALUES (2, 'b', 1, 99)", .constraintForeignKey),
        ("DELETE FROM t", .constraintTrigger),
    ])
    func `each constraint has its code`(sql: String, code: SQLiteError.Code) throws {
        let db = try folder.connect(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, age INTEGER CHECK (age >= 0),
                parent INTEGER REFERENCES t) STRICT;
            CREATE TRIGGER t_stays BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 't is append-only'); END;
            INSERT INTO t VALUES (1, 'a', 1, NULL);
            """)
        let error = #expect(throws: SQLiteError.self) { try db.run(sql) }
        #expect(error?.code == code)
        #expect(error?.code.primary == .constraint)
        #expect(error?.sql == sql)
    }

    @Test func `a catch by primary code takes the extended ones, and only those`() throws {
        let db = try folder.connect("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)")
        let caught: SQLiteError.Code?
        do {
            try db.transaction { try db.run("INSERT INTO t VALUES (1)") }
            caught = nil
        } catch SQLiteError.Code.busy {
            caught = .busy
        } catch SQLiteError.Code.constraintForeignKey {
            caught = .constraintForeignKey
        } catch SQLiteError.Code.constraint {
            caught = .constraint
        }
        #expect(caught == .constraint)
    }

    @Test func `no error holds a value that was bound`() throws {
        let db = try folder.connect(
            """
            CREATE TABLE t (a TEXT UNIQUE CHECK (a NOT LIKE '%!'), b INTEGER) STRICT;
            INSERT INTO t VALUES ('hunter2', 1);
            """)
        for (text, other) in [("hunter2", "1"), ("hunter2!", "1"), ("x", "hunter2")] {
            let error = try #require(
                #expect(throws: SQLiteError.self) { try db.run("INSERT INTO t\n    VALUES (?, ?)", text, other) })
            #expect(!"\(error) \(error.message) \(error.sql ?? "") \(String(reflecting: error))".contains("hunter2"))
            #expect(error.description.hasSuffix("in: INSERT INTO t VALUES (?, ?)"))
        }
    }

    @Test func `a second writer is told that the database is busy, and not after it`() throws {
        let first = try folder.connect("CREATE TABLE t (a)")
        let second = try folder.connect(busyTimeout: .milliseconds(20))
        try first.transaction {
            try first.run("INSERT INTO t VALUES (1)")
            let error = #expect(throws: SQLiteError.self) { try second.run("INSERT INTO t VALUES (2)") }
            #expect(error?.code == .busy)
        }
        try second.run("INSERT INTO t VALUES (2)")
        #expect(try first.query("SELECT a FROM t ORDER BY a") { $0.int(0) } == [1, 2])
    }

    @Test func `a full database is told and works again when there is room`() throws {
        let db = try folder.connect("CREATE TABLE t (a); PRAGMA max_page_count = 10")
        let page = [UInt8](repeating: 7, count: 4_000)
        let error = #expect(throws: SQLiteError.self) {
            try db.transaction { for _ in 0..<20 { try db.run("INSERT INTO t VALUES (?)", page) } }
        }
        #expect(error?.code.isNoSpace == true)
        #expect(!db.isInTransaction)
        try db.execute("PRAGMA max_page_count = 100")
        try db.transaction { for _ in 0..<20 { try db.run("INSERT INTO t VALUES (?)", page) } }
        #expect(try db.first("SELECT count(*) FROM t") { $0.int(0) } == 20)
        #expect(try db.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
    }

    @Test(arguments: [
        [UInt8]("This is a letter and no database, long enough to have a header.\n".utf8)
            + Array(repeating: 10, count: 900),
        Array(repeating: 0, count: 8192),
        Array("SQLite format 3".utf8) + Array(repeating: 1, count: 500),
    ])
    func `a file that is no database is told and left as it is`(bytes: [UInt8]) throws {
        try folder.write(bytes, to: "wallet.db")
        let db = try Connection(path: folder.file("wallet.db"), access: .readWrite)
        let error = #expect(throws: SQLiteError.self) { try db.first("PRAGMA schema_version") { $0.int(0) } }
        #expect(error?.code == .notADatabase)
        #expect(error?.code.isDamaged == true)
        db.close(log: .kept)
        #expect(try folder.bytes(of: "wallet.db") == bytes)
    }

    @Test(arguments: ["zeroed", "cut"])
    func `a database with damaged pages is told`(damage: String) throws {
        let db = try folder.connect("CREATE TABLE t (a)")
        try db.transaction {
            for _ in 0..<50 { try db.run("INSERT INTO t VALUES (?)", [UInt8](repeating: 7, count: 1_000)) }
        }
        db.close()
        let whole = try folder.bytes(of: "wallet.db")
        let head = Array(whole.prefix(4096))
        try folder.write(
            damage == "cut" ? head : head + Array(repeating: 0, count: whole.count - 4096), to: "wallet.db")
        let damaged = try Connection(path: folder.file("wallet.db"), access: .readOnly)
        let error = #expect(throws: SQLiteError.self) { try damaged.query("SELECT a FROM t") { $0.blob(0) } }
        #expect(error?.code.isDamaged == true)
    }

    @Test func `a mistake in SQL names the text`() throws {
        let db = try folder.connect()
        let error = #expect(throws: SQLiteError.self) { try db.run("SELEC 1") }
        #expect(error?.description == "SQLite 1: near \"SELEC\": syntax error, in: SELEC 1")
    }
}
