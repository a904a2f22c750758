import Logging
import ServiceLifecycle
import WalletCore
import WalletStore

/// Copies the database into `backups/` once a day, on a thread of its own.
struct DailyBackUp: Service {
    /// From the start to the first look: polls and their evaluation come first.
    private static let startDelay: Duration = .seconds(60)
    private static let interval: Duration = .seconds(86_400)
    /// After a copy that could not be made, e.g. for want of space.
    private static let retryDelay: Duration = .seconds(3600)

    let room: BackUpRoom
    let logger: Logger

    private var clock: EngineClock { room.ledger.timekeeper.clock }

    func run() async throws {
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await cancelWhenGracefulShutdown {
                var wait = DailyBackUp.startDelay
                while true {
                    do { try await clock.sleep(wait) } catch { return }
                    wait = try await turn()
                }
            }
        } onCancelOrGracefulShutdown: {
            room.reader.stopCopying()
        }
    }

    /// Copies where it is due, and answers how long to wait.
    private func turn() async throws(StoreError) -> Duration {
        do throws(StoreError) {
            if let wait = try await timeToNext() { return wait }
            try await room.copyForTheDay()
            return DailyBackUp.interval
        } catch {
            if error.code == .interrupted { return DailyBackUp.retryDelay }
            guard error.mayPass || error.code == .refused else { throw error }
            logger.warning("the database was not backed up (\(error)), trying again in an hour")
            return DailyBackUp.retryDelay
        }
    }

    /// `nil`: a copy is due.
    private func timeToNext() async throws(StoreError) -> Duration? {
        let last = try await room.reader.read { transaction throws(StoreError) in try transaction.backedUpAt() }
        let now = clock.now()
        guard let last, last <= now, now < last + DailyBackUp.interval else { return nil }
        return last + DailyBackUp.interval - now
    }
}
