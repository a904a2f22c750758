import Dispatch
import SQLite
import Synchronization
import Testing

@Suite struct TransactionTests {
    struct Refused: Error {}

    let folder: TemporaryFolder
    let db: Connection

    init() throws {
        folder = try TemporaryFolder()
        db = try folder.connect(
            """
            CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT UNIQUE) STRICT;
            CREATE TABLE entry (account INTEGER REFERENCES account DEFERRABLE INITIALLY DEFERRED) STRICT;
            """)
    }

    func ids() throws -> [Int] { try db.query("SELECT id FROM account ORDER BY id") { $0.int(0) } }

    @Test func `what the body wrote is there for others only after it ended`() throws {
        let reader = try Connection(path: folder.file("wallet.db"), access: .readOnly)
        let count = { try reader.first("SELECT count(*) FROM account") { $0.int(0) } }
        let value = try db.transaction {
            try db.run("INSERT INTO account (id) VALUES (1)")
            #expect(try count() == 0)
            return "done"
        }
        #expect(value == "done")
        #expect(try count() == 1)
        #expect(!db.isInTransaction)
    }

    @Test func `an error in the body undoes it and is passed on`() throws {
        #expect(throws: Refused.self) {
            try db.transaction {
                try db.run("INSERT INTO account (id) VALUES (1)")
                throw Refused()
            }
        }
        #expect(!db.isInTransaction)
        #expect(try ids() == [])
        try db.transaction { try db.run("INSERT INTO account (id) VALUES (2)") }
        #expect(try ids() == [2])
    }

    @Test func `a statement that the body left in the middle, and an interrupt, do not hinder the rollback`() throws {
        try db.run("INSERT INTO account (id) VALUES (1), (2)")
        let select = try db.prepare("SELECT id FROM account")
        #expect(throws: Refused.self) {
            try db.transaction {
                try db.run("DELETE FROM account")
                try db.run("INSERT INTO account (id) VALUES (3), (4)")
                #expect(try select.step())
                db.interruptHandle.interrupt()
                throw Refused()
            }
        }
        #expect(!db.isInTransaction)
        #expect(try ids() == [1, 2])
    }

    @Test func `a commit that fails undoes the body`() throws {
        let error = #expect(throws: SQLiteError.self) {
            try db.transaction {
                try db.run("INSERT INTO account (id) VALUES (1)")
                try db.run("INSERT INTO entry (account) VALUES (99)")
            }
        }
        #expect(error?.code == .constraintForeignKey)
        #expect(error?.sql == "COMMIT")
        #expect(!db.isInTransaction)
        #expect(try ids() == [])
    }

    @Test func `a rollback that SQLite made by itself is no obstacle`() throws {
        let error = #expect(throws: SQLiteError.self) {
            try db.transaction {
                try db.run("INSERT INTO account (id, name) VALUES (1, 'a')")
                try db.run("INSERT OR ROLLBACK INTO account (id, name) VALUES (2, 'a')")
            }
        }
        #expect(error?.code == .constraintUnique)
        #expect(!db.isInTransaction)
        #expect(try ids() == [])
    }

    @Test func `a body that hides a rollback does not pass for committed`() throws {
        let error = #expect(throws: SQLiteError.self) {
            try db.transaction {
                try db.run("INSERT INTO account (id, name) VALUES (1, 'a')")
                do {
                    try db.run("INSERT OR ROLLBACK INTO account (id, name) VALUES (2, 'a')")
                } catch SQLiteError.Code.constraint {
                    #expect(!db.isInTransaction)
                }
            }
        }
        #expect(error?.message == "cannot commit - no transaction is active")
        #expect(try ids() == [])
    }

    @Test func `the write lock is taken at the beginning`() throws {
        let other = try folder.connect()
        try db.transaction {
            let error = #expect(throws: SQLiteError.self) { try other.transaction {} }
            #expect(error?.code == .busy)
            #expect(!other.isInTransaction)
        }
        try other.transaction { try other.run("INSERT INTO account (id) VALUES (1)") }
        #expect(try ids() == [1])
    }

    @Test func `a query that is interrupted in the body undoes it`() throws {
        let handle = db.interruptHandle
        let error = #expect(throws: SQLiteError.self) {
            try db.transaction {
                try db.run("INSERT INTO account (id) VALUES (1)")
                _ = try db.query("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n") { _ in
                    handle.interrupt()
                }
            }
        }
        #expect(error?.code == .interrupted)
        #expect(!db.isInTransaction)
        #expect(try ids() == [])
    }

    @Test func `under interrupts exactly the transactions that returned are in the database`() throws {
        try db.execute("PRAGMA synchronous = OFF")
        let interrupter = Interrupter(db.interruptHandle)
        var committed: [Int] = []
        var interrupted = 0
        for id in 1...1_000_000 where interrupted < 20 || committed.count < 20 {
            do {
                try db.transaction {
                    try db.run("INSERT INTO account (id) VALUES (?1 * 4), (?1 * 4 + 1), (?1 * 4 + 2)", id)
                    if id.isMultiple(of: 3) { throw Refused() }
                }
                committed.append(id)
            } catch SQLiteError.Code.interrupted {
                interrupted += 1
            } catch is Refused {
                #expect(!db.isInTransaction)
            }
        }
        interrupter.stop()
        #expect(interrupted >= 20)
        #expect(try ids() == committed.flatMap { id in (0..<3).map { id * 4 + $0 } })
    }

    /// Interrupts a connection again and again from a thread of its own.
    final class Interrupter: Sendable {
        private let isOver = Atomic(false)
        private let thread = DispatchGroup()

        init(_ handle: InterruptHandle) {
            DispatchQueue(label: "interrupter").async(group: thread) { [self] in
                var round = 0
                while !isOver.load(ordering: .relaxed) {
                    // Of ever other distance, so that each part of a transaction is met.
                    if round.isMultiple(of: 1 + round / 64 % 997) { handle.interrupt() }
                    round += 1
                }
            }
        }

        func stop() {
            isOver.store(true, ordering: .relaxed)
            thread.wait()
        }
    }
}
