import Synchronization

/// Tells everyone who waits that events were committed: the dispatcher, and clients that follow the stream.
///
/// It carries numbers only; the events themselves are read from the store, so a slow reader costs no memory here.
package final class EventFeed: Sendable {
    private struct Waiter {
        let seen: Int64
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var last: Int64
        var waiters: [UInt64: Waiter] = [:]
        var idNext: UInt64 = 0
    }

    private let state: Mutex<State>

    package init(last: Int64) {
        state = Mutex(State(last: last))
    }

    /// The number of the newest committed event; 0 before the first.
    package var last: Int64 { state.withLock { $0.last } }

    /// Called after the commit that stored events up to `seq`.
    package func advance(to seq: Int64) {
        let woken = state.withLock { state -> [Waiter] in
            guard seq > state.last else { return [] }
            state.last = seq
            let woken = state.waiters.filter { $0.value.seen < seq }
            for id in woken.keys { state.waiters[id] = nil }
            return Array(woken.values)
        }
        for waiter in woken { waiter.continuation.resume() }
    }

    /// Returns once an event newer than `seq` is committed, or when the task is cancelled.
    package func passed(_ seq: Int64) async {
        let id = state.withLock { state -> UInt64 in
            state.idNext += 1
            return state.idNext
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let resumesNow = state.withLock { state -> Bool in
                    guard state.last <= seq, !Task.isCancelled else { return true }
                    state.waiters[id] = Waiter(seen: seq, continuation: continuation)
                    return false
                }
                if resumesNow { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.continuation.resume()
        }
    }
}
