/// The place of an actor on a watched executor.
package final class WatchedThread: SerialExecutor {
    private let executor: WatchedExecutor

    init(_ executor: WatchedExecutor) {
        self.executor = executor
    }

    package func enqueue(_ job: consuming ExecutorJob) { executor.enqueue(UnownedJob(job), of: self) }
}
