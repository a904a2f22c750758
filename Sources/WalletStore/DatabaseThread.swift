import Dispatch
import Glibc
import Synchronization

/// A thread of its own for an actor that makes blocking calls.
///
/// SQLite waits for locks and for the disk, and the pool that all other tasks share has only as many threads as the
/// machine has cores. An actor runs here when `unownedExecutor` is this executor's. The thread ends with `stop()` or
/// when nobody refers to the executor any more.
package final class DatabaseThread: SerialExecutor {
    private let queue: Queue
    private let thread: pthread_t

    /// Traps when the system has no thread to give. Of `name`, which tools like top show, 15 bytes count.
    package init(name: String) {
        queue = Queue()
        let context = Unmanaged.passRetained(Start(queue: queue, name: name))
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { Start.run($0) }, context.toOpaque())
        guard code == 0 else { fatalError("no thread for the database: \(String(cString: strerror(code)))") }
        self.thread = thread
    }

    deinit { stop() }

    package func enqueue(_ job: consuming ExecutorJob) {
        queue.append(UnownedJob(job), of: self)
    }

    /// Returns when everything that was queued has run and the thread has ended (without waiting for that when it is
    /// called on the thread itself). Work that comes later traps, so it belongs after the last use.
    package func stop() {
        guard queue.close() else { return }
        if pthread_equal(pthread_self(), thread) == 0 { pthread_join(thread, nil) } else { pthread_detach(thread) }
    }
}

/// What the new thread begins with.
private final class Start: Sendable {
    let queue: Queue
    let name: String

    init(queue: Queue, name: String) {
        self.queue = queue
        self.name = name
    }

    static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        let start = Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
        start.nameThread()
        start.queue.runUntilClosed()
        return nil
    }

    /// A thread that cannot be named works the same.
    private func nameThread() {
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        let bytes = Array(name.utf8.prefix(15))
        _ = write(file, bytes, bytes.count)
        _ = close(file)
    }
}

/// The jobs that wait. The thread refers to it instead of the executor, so that the executor can go.
private final class Queue: Sendable {
    private struct State {
        var jobs: [UnownedJob] = []
        /// Keeps the executor while jobs refer to it.
        var executor: DatabaseThread?
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Signalled when the first job comes into an empty queue, and when the queue closes.
    private let wake = DispatchSemaphore(value: 0)

    func append(_ job: UnownedJob, of executor: DatabaseThread) {
        let isFirst = state.withLock { state in
            if state.isClosed { fatalError("work for a database thread that was stopped") }
            state.jobs.append(job)
            state.executor = executor
            return state.jobs.count == 1
        }
        if isFirst { wake.signal() }
    }

    /// False when it was closed before.
    func close() -> Bool {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        if !wasClosed { wake.signal() }
        return !wasClosed
    }

    /// Runs all jobs that wait, in order, then looks again: many jobs cost one lock.
    func runUntilClosed() {
        var isClosed = false
        while !isClosed {
            wake.wait()
            isClosed = runBatch()
        }
    }

    private func runBatch() -> Bool {
        let batch = state.withLock { state in
            defer { state = State(isClosed: state.isClosed) }
            return state
        }
        guard let executor = batch.executor else { return batch.isClosed }
        for job in batch.jobs { job.runSynchronously(on: executor.asUnownedSerialExecutor()) }
        return batch.isClosed
    }
}
