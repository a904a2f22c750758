/// Runs `work` and gives its result, or `nil` where it took longer than `timeout`.
///
/// Whatever is still under way is cancelled and waited for: `work` must end soon when it is cancelled.
func withDeadline<Value: Sendable>(
    _ timeout: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
    try await withThrowingTaskGroup(of: Value?.self) { tasks in
        defer { tasks.cancelAll() }
        tasks.addTask { try await work() }
        tasks.addTask {
            try await Task.sleep(for: timeout)
            return nil
        }
        return try await tasks.next() ?? nil
    }
}
