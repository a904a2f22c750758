import Glibc

/// Runs something that blocks on a thread of its own.
///
/// Neither the threads of the tasks nor those of Dispatch may block: on Linux they are the same few.
package enum OwnThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    package static func start(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body)).toOpaque()
        let failure = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, work)
        precondition(failure == 0, "no thread could be made")
        pthread_detach(thread)
    }

    /// The result of a call that blocks, without blocking the task.
    package static func run<Value: Sendable>(_ call: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            start { continuation.resume(returning: call()) }
        }
    }
}
