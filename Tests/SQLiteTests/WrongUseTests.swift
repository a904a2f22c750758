import SQLite
import Testing

@Suite struct WrongUseTests {
    /// What a program must not do, and the reason that it then ends with.
    enum Mistake: String, CaseIterable, Codable {
        case tooFewValues = "1 values for 2 parameters in: SELECT ?, ?"
        case tooManyValues = "there is no parameter 2 in: SELECT ?"
        case noSuchParameter = "there is no parameter 3 in: SELECT ?"
        case boundWhileReading = "a value is bound while rows are read from: SELECT ?"
        case noStatement = "not exactly one statement:  ; -- nothing"
        case twoStatements = "not exactly one statement: SELECT 1; SELECT 2"
        case nulInStatement = "not exactly one statement: SELECT 1 "
        case nulInScript = "a script has a NUL byte"
        case noSuchColumn = "no column 1"
        case noSuchOptionalColumn = "no column 2"
        case rowBeforeStep = "no column 0"
        case nestedTransaction = "a transaction begins inside a transaction"
        case transactionWhileReading = "a transaction begins while rows are read"
        case closedWithStatement = "a connection is closed while a statement is held"
        case usedAfterClose = "a connection is used after it was closed"

        func make(in path: String) throws {
            let db = try Connection(path: path, access: .create)
            switch self {
            case .tooFewValues: try db.run("SELECT ?, ?", 1)
            case .tooManyValues: try db.run("SELECT ?", 1, 2)
            case .noSuchParameter: try db.prepare("SELECT ?").bind(1, at: 3)
            case .boundWhileReading: try reading(db) { try $0.bind(1, at: 1) }
            case .noStatement: _ = try db.prepare(" ; -- nothing")
            case .twoStatements: _ = try db.prepare("SELECT 1; SELECT 2")
            case .nulInStatement: _ = try db.prepare("SELECT 1 \0")
            case .nulInScript: try db.execute("SELECT 1;\0 SELECT 2")
            case .noSuchColumn: _ = try db.first("SELECT 1") { $0.int64(1) }
            case .noSuchOptionalColumn: _ = try db.first("SELECT 1") { $0.optionalInt64(2) }
            case .rowBeforeStep: _ = try db.prepare("SELECT 1 + 1").row.int64(0)
            case .nestedTransaction: try db.transaction { try db.transaction {} }
            case .transactionWhileReading: try reading(db) { _ in try db.transaction {} }
            case .closedWithStatement: try reading(db) { _ in db.close() }
            case .usedAfterClose:
                db.close()
                try db.execute("SELECT 1")
            }
        }

        private func reading(_ db: Connection, _ body: (Statement) throws -> Void) throws {
            let statement = try db.prepare("SELECT ?")
            _ = try statement.step()
            try body(statement)
        }
    }

    @Test(arguments: Mistake.allCases)
    func `a mistake in the program ends it with its reason`(mistake: Mistake) async throws {
        let folder = try TemporaryFolder()
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [mistake, path = folder.file("wallet.db") as String] in
            // An error that left here would end the process, too.
            do { try mistake.make(in: path) } catch { Issue.record(error) }
        }
        let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(said.contains("Fatal error: ") && said.contains(mistake.rawValue))
    }
}
