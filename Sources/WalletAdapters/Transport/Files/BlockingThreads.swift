import NIOPosix
import Synchronization

/// Threads for calls that block in the kernel, so that a dead network file system or a slow resolver holds up none of
/// the tasks.
///
/// A call that never returns keeps its thread, but not whoever asked for it; when all threads are held, further calls
/// run into their own time-outs.
package final class BlockingThreads: Sendable {
    private let pool: NIOThreadPool

    /// Local disks answer in microseconds: more threads would only wait for each other.
    private static let count = 4

    package init() {
        pool = NIOThreadPool(numberOfThreads: Self.count)
        pool.start()
    }

    /// Lets the threads go without waiting for those that hang.
    package func shutDown() {
        pool.shutdownGracefully { _ in }
    }

    /// Runs `call` on one of the threads; `nil` where the task is cancelled first.
    func run<Value: Sendable>(_ call: @escaping @Sendable () -> Value) async -> Value? {
        let waiter = Waiter<Value>()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiter.wait(continuation)
                pool.submit { state in
                    guard state == .active, waiter.isWaiting else { return waiter.resume(nil) }
                    waiter.resume(call())
                }
            }
        } onCancel: {
            waiter.resume(nil)
        }
    }
}

/// Resumes a continuation once, whoever comes first.
private final class Waiter<Value: Sendable>: Sendable {
    private enum State {
        case idle
        case waiting(CheckedContinuation<Value?, Never>)
        case resumed
    }

    private let state = Mutex(State.idle)

    var isWaiting: Bool {
        state.withLock { state in
            if case .waiting = state { true } else { false }
        }
    }

    func wait(_ continuation: CheckedContinuation<Value?, Never>) {
        let isOver = state.withLock { state in
            switch state {
            case .idle, .waiting:
                state = .waiting(continuation)
                return false
            case .resumed: return true
            }
        }
        if isOver { continuation.resume(returning: nil) }
    }

    func resume(_ value: sending Value?) {
        let continuation = state.withLock { state -> CheckedContinuation<Value?, Never>? in
            defer { state = .resumed }
            guard case .waiting(let continuation) = state else { return nil }
            return continuation
        }
        continuation?.resume(returning: value)
    }
}
