package import Logging
import ServiceLifecycle
import WalletCore
import WalletStore

/// Thins out what is older than `retention`, a little at a time so that nothing waits for it.
package struct Housekeeping: Service {
    private static let interval: Duration = .seconds(3600)
    /// Rows of each table looked at in one transaction.
    private static let rowsMax = 2000

    private let ledger: Ledger
    private let inForce: ConfigurationInForce
    private let logger: Logger

    package init(ledger: Ledger, inForce: ConfigurationInForce, logger: Logger) {
        self.ledger = ledger
        self.inForce = inForce
        self.logger = logger
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await ledger.timekeeper.clock.sleep(Housekeeping.interval)  // cancelled: the loop ends
                guard !Task.isCancelled, let retention = inForce.current.configuration.retention else { continue }
                do throws(StoreError) {
                    try await prune(keeping: retention)
                } catch {
                    guard error.mayPass else { throw error }
                    logger.warning("thinning out old history failed (\(error)), trying again in an hour")
                }
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
