import Dispatch
import Synchronization

/// Runs the tasks that prefer it, one at a time, and tells when none of them can go on.
package final class WatchedExecutor: TaskExecutor {
    private struct State {
        var unfinished = 0
        var total = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "walletd-test")

    package init() {}

    /// The jobs that ever came.
    package var total: Int { state.withLock { $0.total } }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { state in
            state.unfinished += 1
            state.total += 1
        }
        queue.async {
            job.runSynchronously(on: self.asUnownedTaskExecutor())
            self.finished()
        }
    }

    /// For actors that are to run here, too: then one thing happens after the other.
    package func thread() -> WatchedThread { WatchedThread(self) }

    func enqueue(_ job: UnownedJob, of thread: WatchedThread) {
        state.withLock { state in
            state.unfinished += 1
            state.total += 1
        }
        queue.async {
            job.runSynchronously(on: thread.asUnownedSerialExecutor())
            self.finished()
        }
    }

    /// Returns when no job runs or waits to be run.
    package func idle() async {
        await withCheckedContinuation { waiter in
            let isIdle = state.withLock { state in
                guard state.unfinished > 0 else { return true }
                state.waiters.append(waiter)
                return false
            }
            if isIdle { waiter.resume() }
        }
    }

    private func finished() {
        let woken = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.unfinished -= 1
            guard state.unfinished == 0 else { return [] }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in woken { waiter.resume() }
    }
}
