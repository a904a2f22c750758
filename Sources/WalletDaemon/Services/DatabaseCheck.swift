import ServiceLifecycle
import WalletCore
import WalletEngine
import WalletStore

/// Has the whole database checked after the start, beside everything else, and at most once a day.
///
/// Ends the daemon where the database is damaged; nothing is written to it from then on.
struct DatabaseCheck: Service {
    private static let interval: Duration = .seconds(24 * 3600)
    /// Where the check could not be made, or its success not be noted.
    private static let retryDelay: Duration = .seconds(600)

    let location: StoreLocation
    let store: Store
    let clock: EngineClock

    func run() async throws {
        let reader = StoreReader(location, name: "walletd-check")
        try await withTaskCancellationOrGracefulShutdownHandler {
            while !Task.isCancelled, !Task.isShuttingDownGracefully {
                let delay = try await turn(reader)
                try await cancelWhenGracefulShutdown { try? await clock.sleep(delay) }  // cancelled: the loop ends
            }
        } onCancelOrGracefulShutdown: {
            reader.stopQuickCheck()
        }
        await reader.close()
    }

    /// Checks where it is due, and answers how long to wait.
    private func turn(_ reader: StoreReader) async throws -> Duration {
        do throws(StoreError) {
            if let wait = try await timeLeft(reader) { return wait }
            try await reader.quickCheck()
            try await store.write(at: clock.now()) { transaction throws(StoreError) in
                try transaction.recordQuickCheckPassed()
            }
            return DatabaseCheck.interval
        } catch {
            guard !error.isDamage else { throw error }
            return DatabaseCheck.retryDelay
        }
    }

    /// `nil`: a check is due.
    private func timeLeft(_ reader: StoreReader) async throws(StoreError) -> Duration? {
        let passed = try await reader.read { transaction throws(StoreError) in try transaction.quickCheckPassedAt() }
        guard let passed else { return nil }
        let age = clock.now() - passed
        return age >= .zero && age < DatabaseCheck.interval ? DatabaseCheck.interval - age : nil
    }
}
