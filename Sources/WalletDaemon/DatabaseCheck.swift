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

    let store: Store
    let clock: EngineClock
    let logger: Logger

    func run() async throws {
        let reader = StoreReader(store.location, name: "walletd-check")
        try await withGracefulShutdownHandler {
            try await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    let wait = try await timeToNext(reader)
                    if wait > .zero {
                        try? await clock.sleep(wait)  // cancelled: the loop ends
                    } else {
                        try await check(reader)
                    }
                }
            }
        } onGracefulShutdown: {
            reader.stopQuickCheck()
        }
        await reader.close()
    }

    private func timeToNext(_ reader: StoreReader) async throws -> Duration {
        let last = try await reader.read { transaction throws(StoreError) in try transaction.quickCheckPassedAt() }
        let now = clock.now()
        guard let last, last <= now else { return .zero }
        return last + DatabaseCheck.interval - now
    }

    private func check(_ reader: StoreReader) async throws {
        do throws(StoreError) {
            try await reader.quickCheck()
            try await store.write(at: clock.now()) { transaction throws(StoreError) in
                try transaction.recordQuickCheckPassed()
            }
        } catch {
            if error.code == .interrupted { return }
            guard error.mayPass else { throw error }
            logger.warning("checking the database could not end (\(error)), trying again in an hour")
            try? await clock.sleep(.seconds(3600))  // cancelled: the loop ends
        }
    }
}
