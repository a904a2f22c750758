import Logging
import ServiceLifecycle
import WalletCore
import WalletStore

/// Thins out what is older than `retention`, a little at a time so that nothing waits for it.
struct Housekeeping: Service {
    /// From the start to the first pass: a daemon that is restarted often gets to it, too.
    private static let startDelay: Duration = .seconds(60)
    private static let interval: Duration = .seconds(3600)
    /// Rows of each table looked at in one transaction.
    private static let rowsMax = 2000

    let ledger: Ledger
    let inForce: ConfigurationInForce
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await pruneUntilCancelled() }
    }

    private func pruneUntilCancelled() async throws(StoreError) {
        var delay = Housekeeping.startDelay
        while true {
            do { try await ledger.timekeeper.clock.sleep(delay) } catch { return }
            delay = Housekeeping.interval
            guard let retention = inForce.current.configuration.retention else { continue }
            do throws(StoreError) {
                try await prune(keeping: retention)
            } catch {
                guard error.mayPass else { throw error }
                logger.warning("thinning out old history failed (\(error)), trying again in an hour")
            }
        }
    }

    private func prune(keeping retention: Duration) async throws(StoreError) {
        var progress = PruneProgress.moreLeft
        while case .moreLeft = progress, !Task.isCancelled {
            progress = try await ledger.commit { transaction, look throws(StoreError) in
                try transaction.prune(olderThan: look.now - retention, limit: Housekeeping.rowsMax)
            }
        }
    }
}
