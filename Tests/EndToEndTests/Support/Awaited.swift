import Synchronization

/// A value that one side changes and the other waits for.
final class Awaited<Value: Sendable>: Sendable {
    private struct State {
        var value: Value
        var version = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var tickets = 0
    }

    private let state: Mutex<State>

    init(_ value: Value) {
        state = Mutex(State(value: value))
    }

    var value: Value { state.withLock { $0.value } }

    /// Wakes everyone who waits.
    @discardableResult
    func update<Result: Sendable>(_ change: (inout Value) -> Result) -> Result {
        let (result, woken) = state.withLock { state in
            let result = change(&state.value)
            state.version += 1
            let woken = Array(state.waiting.values)
            state.waiting = [:]
            return (result, woken)
        }
        woken.forEach { $0.resume() }
        return result
    }

    /// What `pick` first finds in the value; throws what it throws, and `CancellationError` where the time is up.
    func first<Result: Sendable>(_ pick: (Value) throws -> Result?) async throws -> Result {
        while true {
            let (value, version) = state.withLock { ($0.value, $0.version) }
            if let result = try pick(value) { return result }
            await changed(since: version)
            try Task.checkCancellation()
        }
    }

    private func changed(since version: Int) async {
        let ticket = state.withLock { state in
            state.tickets += 1
            return state.tickets
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    guard state.version == version, !Task.isCancelled else { return true }
                    state.waiting[ticket] = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
        }
    }
}
