import WalletEngine

extension ServiceNotifications {
    /// Well within what each call asks for.
    private static let extendInterval: Duration = .seconds(10)

    /// Runs what may take long before `READY=1`, asking the service manager for time as long as it does.
    func extendingStart<Value: Sendable, Failure: Error>(
        clock: EngineClock, _ body: @escaping @Sendable () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let outcome = await withTaskGroup(of: Void.self, returning: Result<Value, Failure>.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    extendStart()
                    try? await clock.sleep(ServiceNotifications.extendInterval)  // cancelled: the loop ends
                }
            }
            defer { group.cancelAll() }
            do throws(Failure) { return .success(try await body()) } catch { return .failure(error) }
        }
        return try outcome.get()
    }
}
