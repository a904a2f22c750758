import Synchronization

/// Wakes one waiting loop. Several calls before the loop looks count as one, and none is lost.
package final class Signal: Sendable {
    private enum State {
        case idle
        case raised
        case waited(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.idle)

    package init() {}

    package func raise() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            switch state {
            case .idle, .raised:
                state = .raised
                return nil
            case .waited(let waiter):
                state = .idle
                return waiter
            }
        }
        waiter?.resume()
    }

    /// Returns at the next ``raise()`` (or at once for one that came before), after `duration`, or on cancellation.
    ///
    /// One task at a time may wait.
    package func wait(atMost duration: Duration?, clock: EngineClock) async {
        guard !takeRaised() else { return }
        guard let duration else { return await raised() }
        guard duration > .zero else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.raised() }
            group.addTask {
                try? await clock.sleep(duration)  // throws only on cancellation, which ends the wait as well
            }
            await group.next()
            group.cancelAll()
        }
    }

    private func takeRaised() -> Bool {
        state.withLock { state in
            guard case .raised = state else { return false }
            state = .idle
            return true
        }
    }

    private func raised() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let resumesNow = state.withLock { state -> Bool in
                    switch state {
                    case .raised:
                        state = .idle
                        return true
                    case .idle:
                        guard !Task.isCancelled else { return true }
                        state = .waited(waiter)
                        return false
                    case .waited:
                        preconditionFailure("two tasks wait for one signal")
                    }
                }
                if resumesNow { waiter.resume() }
            }
        } onCancel: {
            withdraw()
        }
    }

    private func withdraw() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard case .waited(let waiter) = state else { return nil }
            state = .idle
            return waiter
        }
        waiter?.resume()
    }
}
