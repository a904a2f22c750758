/// Bounds the time of asynchronous work.
struct Deadline {
    private let timeout: Duration

    init(_ timeout: Duration) {
        self.timeout = timeout
    }

    /// The result of `work`, or `nil` where it took longer.
    ///
    /// What is then still under way is cancelled and waited for: `work` must end soon when it is cancelled.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { tasks in
            defer { tasks.cancelAll() }
            tasks.addTask { try await work() }
            tasks.addTask { [timeout] in
                try await Task.sleep(for: timeout)
                return nil
            }
            return try await tasks.next() ?? nil
        }
    }
}
