import SQLite
import Synchronization

/// Lets another thread end the copying of a database.
final class CopyStop: Sendable {
    private struct State {
        var isStopped = false
        var running: InterruptHandle?
    }

    private let state = Mutex(State())

    /// A stop in the instant before SQLite begins is not noticed; whoever asks for it waits a bounded time anyway.
    func run<Value>(
        _ connection: Connection, _ body: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let isStopped = state.withLock { state in
            state.running = connection.interruptHandle
            return state.isStopped
        }
        defer { state.withLock { $0.running = nil } }
        guard !isStopped else { throw StoreError(.interrupted, "No more copies are made.") }
        return try body()
    }

    func stop() {
        let running = state.withLock { state in
            state.isStopped = true
            return state.running
        }
        running?.interrupt()
    }
}
