import SQLite
import Synchronization

/// Lets another thread end a check of the database, whatever the moment.
final class CheckStop: Sendable {
    private struct State {
        var isStopped = false
        var running: InterruptHandle?
    }

    private let state = Mutex(State())

    /// The first problem found, in SQLite's words.
    func run(_ database: Database) throws(StoreError) -> String? {
        defer { state.withLock { $0.running = nil } }
        // SQLite forgets an interrupt when nothing runs, so that one just before the check would be lost; while this
        // row is read, it is kept.
        return try database.first("SELECT 1") { (_) throws(SQLiteError) -> String? in
            let isStopped = state.withLock { state in
                state.running = database.connection.interruptHandle
                return state.isStopped
            }
            if isStopped { database.connection.interruptHandle.interrupt() }
            return try database.connection.problems(limit: 1).first
        } ?? nil
    }

    func stop() {
        let running = state.withLock { state in
            state.isStopped = true
            return state.running
        }
        running?.interrupt()
    }
}
