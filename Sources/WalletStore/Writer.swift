import SQLite
import WalletCore

/// The connection that writes, and what is known of the file beside the database.
struct Writer {
    /// How many events there are at most between two states of the generation file.
    static let eventsPerGeneration: Int64 = 1000
    /// How long a tool that a person runs on the database may hold its lock.
    static let busyTimeout: Duration = .seconds(60)

    let database: Database
    var seam = CommitSeam()
    private let rows = HoldingRows()
    /// As of the last commit.
    private var generation: Generation
    /// The file says less than ``generation``: it could not be written, which is tried again.
    private var isFileBehind = false

    /// `generation` is what the database was just committed with.
    init(_ database: Database, generation: Generation) throws(StoreError) {
        self.database = database
        self.generation = generation
        try generation.write(beside: database.location)
    }

    mutating func write<Value: Sendable>(
        at now: Timestamp, _ body: (WriteTransaction) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let location = database.location
        return try commit(at: now) { transaction throws(StoreError) in
            let value = try body(transaction)
            guard transaction.steps.isEmpty else {
                throw StoreError(
                    .refused,
                    "\(location.database) keeps steps of cash-outs only in a commit that hands out what follows.")
            }
            return value
        }.value
    }

    /// Where runs of cash-outs begin, the file beside the database is written before they are handed out.
    mutating func commit<Value: Sendable>(
        at now: Timestamp, _ body: (WriteTransaction) throws(StoreError) -> Value
    ) throws(StoreError) -> Committed<Value> {
        let before = generation
        let steps = CashOutSteps()
        let value: Value
        let after: Generation
        do throws(StoreError) {
            (value, after) = try database.transaction { () throws(StoreError) in
                let value = try body(
                    WriteTransaction(database: database, now: now, rows: rows, steps: steps, seam: seam))
                try database.run("UPDATE clock SET highest = max(highest, ?)", now)
                let after = try advanced(before, beginning: steps.runs)
                try seam.ending()
                return (value, after)
            }
        } catch {
            rows.forget()
            throw error
        }
        generation = after
        try seam.committed()
        try appendLate(at: now)
        if generation.number != before.number { isFileBehind = true }
        let failure = isFileBehind ? writeFile() : nil
        return Committed(value: value, wishes: steps.wishes, runs: Committed.Runs(steps.runs, failure))
    }

    /// Raises the generation and returns when the file beside the database says so.
    mutating func advanceGeneration() throws(StoreError) {
        let before = generation
        generation = try database.transaction { () throws(StoreError) in
            try Generation.raise(before, in: database)
        }
        isFileBehind = true
        try generation.write(beside: database.location)
        isFileBehind = false
    }

    mutating func close() throws(StoreError) {
        do throws(StoreError) {
            try advanceGeneration()
        } catch {
            if error.code == .damaged { abandon() } else { database.connection.close(log: .checkpointed) }
            throw error
        }
        database.connection.close(log: .checkpointed)
    }

    func abandon() { database.connection.close(log: .kept) }

    private func appendLate(at now: Timestamp) throws(StoreError) {
        let events = seam.late()
        guard !events.isEmpty else { return }
        _ = try database.transaction { () throws(StoreError) in
            _ = try WriteTransaction(database: database, now: now, rows: rows, steps: CashOutSteps(), seam: seam)
                .append(events)
            try seam.ending()
        }
        try seam.committed()
    }

    private func advanced(_ before: Generation, beginning runs: [CashOutRun]) throws(StoreError) -> Generation {
        let events = try database.lastEvent() - before.lastEvent
        guard !runs.isEmpty || events >= Writer.eventsPerGeneration else { return before }
        return try Generation.raise(before, in: database)
    }

    /// A commit that has happened does not fail because the file beside the database cannot be written.
    private mutating func writeFile() -> StoreError? {
        do {
            try generation.write(beside: database.location)
            isFileBehind = false
            return nil
        } catch {
            return error
        }
    }
}
