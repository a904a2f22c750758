import SQLite
import Testing

@Suite struct StatementTests {
    let folder: TemporaryFolder
    let db: Connection

    init() throws {
        folder = try TemporaryFolder()
        db = try folder.connect("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT")
    }

    func names() throws -> [String] { try db.query("SELECT name FROM t ORDER BY id") { $0.text(0) } }

    @Test func `a prepared statement runs again with other values`() throws {
        let insert = try db.prepare("INSERT INTO t (id, name) VALUES (?, ?)")
        for id in 1...3 { try insert.run(id, "n\(id)") }
        #expect(try names() == ["n1", "n2", "n3"])
    }

    @Test func `a statement is usable after it failed`() throws {
        let insert = try db.prepare("INSERT INTO t (name) VALUES (?)")
        try insert.run("a")
        let error = #expect(throws: SQLiteError.self) { try insert.run("a") }
        #expect(error?.code == .constraintUnique)
        try insert.run("b")
        #expect(try names() == ["a", "b"])
    }

    @Test func `a statement is stepped by hand`() throws {
        for name in ["a", "b", "c"] { try db.run("INSERT INTO t (name) VALUES (?)", name) }
        let select = try db.prepare("SELECT id, name FROM t WHERE id >= ?1 AND name <> ?2")
        try select.bind(2, at: 1)
        try select.bind("x", at: 2)
        #expect(try select.step())
        #expect(select.row.int64(0) == 2)
        #expect(select.row.text(1) == "b")
        #expect(try select.step())
        #expect(try select.step() == false)
        select.reset()
        try select.bind("b", at: 2)
        #expect(try select.step())
        #expect(select.row.text(1) == "c")
        select.reset()
    }

    @Test func `a bound value does not depend on the caller's memory`() throws {
        let select = try db.prepare("SELECT ?1 || ?2, ?3")
        for letter in ["a", "b"] {
            try select.bind(String(repeating: letter, count: 5), at: 1)
            try select.bind(String(repeating: letter, count: 5_000), at: 2)
            try select.bind([UInt8](repeating: 7, count: 5_000), at: 3)
            let others = (0..<100).map { String(repeating: "x", count: 4_990 + $0 % 20) }
            #expect(try select.step())
            #expect(select.row.text(0) == String(repeating: letter, count: 5_005))
            #expect(select.row.blob(1) == [UInt8](repeating: 7, count: 5_000))
            #expect(others.count == 100)
            select.reset()
        }
    }

    @Test func `the same text gives the same statement`() throws {
        let one = try db.cachedStatement("SELECT 1")
        let again = try db.cachedStatement("SELECT " + "1")
        let other = try db.cachedStatement("SELECT 2")
        #expect(one === again)
        #expect(one !== other)
    }

    @Test func `the cache stays bounded when texts are composed`() throws {
        let first = try db.cachedStatement("SELECT 0")
        for number in 1...1_000 { #expect(try db.first("SELECT \(number)") { $0.int(0) } == number) }
        #expect(try db.cachedStatement("SELECT 0") !== first)
    }

    @Test func `a query runs inside a query of the same text`() throws {
        for name in ["a", "b"] { try db.run("INSERT INTO t (name) VALUES (?)", name) }
        let sql = "SELECT name FROM t WHERE id <> ? ORDER BY id"
        let pairs = try db.query(sql, 0) { (row: borrowing Row) throws(SQLiteError) in
            let outer = row.text(0)
            return try db.query(sql, 0) { outer + $0.text(0) }
        }
        #expect(pairs == [["aa", "ab"], ["ba", "bb"]])
    }

    @Test func `first gives nil without a row and stops after one`() throws {
        #expect(try db.first("SELECT name FROM t") { $0.text(0) } == nil)
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
        #expect(try db.first(endless) { $0.int(0) } == 1)
    }

    @Test func `an error in the reading of a row ends the query`() throws {
        for name in ["a", "b"] { try db.run("INSERT INTO t (name) VALUES (?)", name) }
        let error = #expect(throws: SQLiteError.self) {
            try db.query("SELECT name FROM t") { (row: borrowing Row) throws(SQLiteError) in
                throw row.corruption("column name is not a name")
            }
        }
        #expect(error?.code == .corrupt)
        #expect(error?.description == "SQLite 11: column name is not a name, in: SELECT name FROM t")
        #expect(try names() == ["a", "b"])
    }

    @Test func `RETURNING gives its row, and a failing commit is thrown`() throws {
        try db.execute("CREATE TABLE c (t INTEGER REFERENCES t DEFERRABLE INITIALLY DEFERRED) STRICT")
        #expect(try db.first("INSERT INTO t (name) VALUES (?) RETURNING id", "a") { $0.int(0) } == 1)
        let error = #expect(throws: SQLiteError.self) {
            try db.first("INSERT INTO c VALUES (?) RETURNING t", 99) { $0.int(0) }
        }
        #expect(error?.code == .constraintForeignKey)
        #expect(try db.query("SELECT count(*) FROM c") { $0.int(0) } == [0])
    }

    @Test func `counters tell what was written`() throws {
        try db.run("INSERT INTO t (name) VALUES (?), (?), (?)", "a", "b", "c")
        #expect(db.changes == 3)
        #expect(db.lastInsertRowID == 3)
        try db.run("UPDATE t SET name = name || 'x' WHERE id > ?", 1)
        #expect(db.changes == 2)
        #expect(db.totalChanges == 5)
    }

    @Test func `a script runs to its first failure`() throws {
        let error = #expect(throws: SQLiteError.self) {
            try db.execute(
                "INSERT INTO t (name) VALUES ('a'); SELECT 1; INSERT INTO nowhere VALUES (1); INSERT INTO t VALUES (2, 'b')"
            )
        }
        #expect(error?.message == "no such table: nowhere")
        #expect(try names() == ["a"])
    }

    @Test func `a script that fails leaves no transaction open`() throws {
        #expect(throws: SQLiteError.self) {
            try db.execute("BEGIN; INSERT INTO t (name) VALUES ('a'); INSERT INTO nowhere VALUES (1); COMMIT")
        }
        #expect(!db.isInTransaction)
        #expect(try names() == [])
    }

    @Test func `comments, semicolons and line ends around one statement are its own`() throws {
        let statement = try db.prepare("-- why\n  SELECT 7 -- what\n ;\n\n")
        #expect(try statement.step())
        #expect(statement.row.int(0) == 7)
    }
}
