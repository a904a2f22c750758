import Logging
import ServiceLifecycle
import WalletCore
import WalletEngine
import WalletStore

/// Has SQLite check the whole database after the start and once a day, beside everything else.
///
/// A damaged database ends the daemon, so that nothing is decided from it.
struct DatabaseCheck: Service {
    private static let interval: Duration = .seconds(86_400)
    /// After a check that could not be made, e.g. for want of memory or space.
    private static let retryDelay: Duration = .seconds(3600)

    let store: Store
    let clock: EngineClock
    let logger: Logger

    func run() async throws {
        let reader = StoreReader(store.location, name: "walletd-check")
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    let wait = try await turn(reader)
                    try? await clock.sleep(wait)  // cancelled: the loop ends
                }
            }
        } onCancelOrGracefulShutdown: {
            reader.stopQuickCheck()
        }
        await reader.close()
    }

    /// Checks where it is due, and answers how long to wait.
    private func turn(_ reader: StoreReader) async throws(StoreError) -> Duration {
        do throws(StoreError) {
            if let wait = try await timeToNext(reader) { return wait }
            try await reader.quickCheck()
            try await store.write(at: clock.now()) { transaction throws(StoreError) in
                try transaction.recordQuickCheckPassed()
            }
            return DatabaseCheck.interval
        } catch {
            if error.code == .interrupted { return DatabaseCheck.retryDelay }
            guard error.mayPass else { throw error }
            logger.warning("checking the database could not end (\(error)), trying again in an hour")
            return DatabaseCheck.retryDelay
        }
    }

    /// `nil`: a check is due.
    private func timeToNext(_ reader: StoreReader) async throws(StoreError) -> Duration? {
        let last = try await reader.read { transaction throws(StoreError) in try transaction.quickCheckPassedAt() }
        let now = clock.now()
        guard let last, last <= now, now < last + DatabaseCheck.interval else { return nil }
        return last + DatabaseCheck.interval - now
    }
}
