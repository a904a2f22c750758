import Synchronization

/// The way from the commit that lets a request go to the beginning of its run.
///
/// Whoever pauses commits that first, and then waits until nobody is on that way: who comes later finds the pause.
final class SendGate: Sendable {
    private struct State {
        var inside = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    init() {}

    /// Before the commit.
    func enter() { state.withLock { $0.inside += 1 } }

    /// Once the run has begun, or there is none.
    func leave() {
        let waiters = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.inside -= 1
            guard state.inside == 0 else { return [] }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when nobody is between the commit and the beginning of a run.
    func empty() async {
        await withCheckedContinuation { waiter in
            let isEmpty = state.withLock { state in
                if state.inside > 0 { state.waiters.append(waiter) }
                return state.inside == 0
            }
            if isEmpty { waiter.resume() }
        }
    }
}
