import SQLite
import Testing

@Suite struct ValueTests {
    let folder: TemporaryFolder
    let db: Connection

    init() throws {
        folder = try TemporaryFolder()
        db = try folder.connect("CREATE TABLE value (id INTEGER PRIMARY KEY, held ANY) STRICT")
    }

    /// Writes and reads over two connections, so that the value really went through the file.
    func roundTrip<Value: Bindable, Element>(
        _ value: Value, read: (borrowing Row) throws(SQLiteError) -> Element
    ) throws -> Element {
        try db.run("INSERT INTO value (held) VALUES (?)", value)
        let reader = try Connection(path: folder.file("wallet.db"), access: .readOnly)
        return try #require(try reader.first("SELECT held FROM value WHERE id = ?", db.lastInsertRowID, read: read))
    }

    @Test(arguments: [Int64.min, -1, 0, 1, Int64.max])
    func `an integer comes back`(number: Int64) throws {
        #expect(try roundTrip(number) { $0.int64(0) } == number)
        #expect(try roundTrip(Int(number)) { $0.int(0) } == Int(number))
    }

    @Test(arguments: [
        "", "a", "exactly fifteen", "longer than fifteen bytes", "\0", "before\0after", "Zürich", "e\u{301}", "👛",
    ])
    func `a text comes back byte for byte`(text: String) throws {
        #expect(Array(try roundTrip(text) { $0.text(0) }.utf8) == Array(text.utf8))
    }

    @Test func `a text of a mebibyte comes back`() throws {
        let text = String(repeating: "0123456789abcdeß", count: 1 << 16)
        #expect(try roundTrip(text) { $0.text(0) } == text)
    }

    @Test func `a part of a longer text is bound without the rest`() throws {
        let whole = "holding:checking:EUR"
        #expect(try roundTrip(String(whole.dropFirst(8).prefix(8))) { $0.text(0) } == "checking")
    }

    @Test(arguments: [0, 1, 2, 100_000])
    func `a blob comes back`(count: Int) throws {
        let bytes = [UInt8](repeating: 0, count: count / 2) + [UInt8](repeating: 0xff, count: count - count / 2)
        #expect(try roundTrip(bytes) { $0.blob(0) } == bytes)
    }

    @Test func `an empty text and an empty blob are not NULL`() throws {
        try db.run("INSERT INTO value (held) VALUES (?), (?)", "", [UInt8]())
        #expect(try db.query("SELECT typeof(held) FROM value ORDER BY id") { $0.text(0) } == ["text", "blob"])
    }

    @Test func `NULL comes back as nil of every type`() throws {
        #expect(try roundTrip(Int64?.none) { $0.optionalInt64(0) } == nil)
        #expect(try roundTrip(String?.none) { $0.optionalText(0) } == nil)
        #expect(try roundTrip([UInt8]?.none) { $0.optionalBlob(0) } == nil)
        #expect(try db.query("SELECT count(*) FROM value WHERE held IS NULL") { $0.int(0) } == [3])
    }

    @Test func `a value that is there comes back from an optional read`() throws {
        #expect(try roundTrip(Int64?.some(0)) { $0.optionalInt64(0) } == 0)
        #expect(try roundTrip(String?.some("")) { $0.optionalText(0) } == "")
        #expect(try roundTrip([UInt8]?.some([])) { $0.optionalBlob(0) } == [])
    }

    @Test func `a text that is not UTF-8 is read with replacement characters`() throws {
        try db.execute("INSERT INTO value (held) VALUES (CAST(x'61ff62c328' AS TEXT))")
        #expect(try db.query("SELECT held FROM value") { $0.text(0) } == ["a\u{fffd}b\u{fffd}("])
    }

    @Test func `a text of a UTF-16 database is read`() throws {
        let other = try Connection(path: folder.file("utf16.db"), access: .create)
        try other.execute("PRAGMA encoding = 'UTF-16'; CREATE TABLE t (held TEXT) STRICT")
        try other.run("INSERT INTO t VALUES (?)", "Zürich 👛")
        #expect(try other.query("SELECT held FROM t") { $0.text(0) } == ["Zürich 👛"])
    }

    /// A damaged file can hold such values in spite of its schema.
    @Test func `a value of another type than was read makes the query throw, and the next one goes on`() throws {
        try db.run("INSERT INTO value (held) VALUES (?), (?)", "text", Int64?.none)
        for (number, message) in [(1, "column 0 has type 3, not 1"), (2, "column 0 has type 5, not 1")] {
            let sql = "SELECT held FROM value WHERE id = ?"
            for error in [
                #expect(throws: SQLiteError.self) { try db.first(sql, number) { $0.int64(0) } },
                #expect(throws: SQLiteError.self) { try db.query(sql, number) { $0.int64(0) } },
            ] {
                #expect(error?.code == .corrupt)
                #expect(error?.message == message)
            }
        }
        #expect(try db.first("SELECT held FROM value WHERE id = ?", 1) { $0.text(0) } == "text")
        #expect(throws: SQLiteError.self) { try db.first("SELECT held FROM value WHERE id = ?", 2) { $0.text(0) } }
        #expect(throws: SQLiteError.self) { try db.first("SELECT held FROM value WHERE id = ?", 1) { $0.blob(0) } }
    }

    @Test func `a value above the limit is refused and the connection goes on`() throws {
        let tooBig = [UInt8](repeating: 1, count: Connection.valueBytesMax + 1)
        let error = #expect(throws: SQLiteError.self) { try db.run("INSERT INTO value (held) VALUES (?)", tooBig) }
        #expect(error?.message == "string or blob too big")
        try db.run("INSERT INTO value (held) VALUES (?)", 1)
        #expect(try db.query("SELECT held FROM value") { $0.int(0) } == [1])
    }
}
