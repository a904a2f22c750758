package import Logging
import ServiceLifecycle
package import WalletCore
package import WalletStore

/// Announces every stored event, in order, at least once, under the number it has.
///
/// How far it came is stored after the announcement, so a crash between the two repeats and never skips.
package struct EventDispatcher: Service {
    /// Read and announced together; bounds memory after a long pause.
    private static let batchMax = 256
    /// Before trying again to reach a notifier or the store.
    private static let retryDelay: Duration = .seconds(1)

    private let store: Store
    private let reader: StoreReader
    private let feed: EventFeed
    private let notifier: any Notifier
    private let clock: EngineClock
    private let logger: Logger

    package init(
        store: Store, reader: StoreReader, feed: EventFeed, notifier: any Notifier, clock: EngineClock, logger: Logger
    ) {
        self.store = store
        self.reader = reader
        self.feed = feed
        self.notifier = notifier
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var announced: Int64?
            while !Task.isCancelled {
                do {
                    let last = if let announced { announced } else { try await reader.announced(by: notifier.name) }
                    announced = try await announce(after: last)
                    await feed.passed(announced ?? last)
                } catch {
                    logger.warning("announcing events failed (\(error)), trying again")
                    try? await clock.sleep(EventDispatcher.retryDelay)  // cancelled: the loop ends
                }
            }
        }
    }

    /// Announces what was committed and not yet announced; for the end of the daemon, after its last event.
    package func finish() async throws {
        _ = try await announce(after: try await reader.announced(by: notifier.name))
    }

    private func announce(after last: Int64) async throws -> Int64 {
        var announced = last
        while true {
            let events = try await reader.read { [announced] transaction throws(StoreError) in
                try transaction.events(after: announced, limit: EventDispatcher.batchMax)
            }
            for event in events {
                try await notifier.announce(event)
                announced = event.seq
            }
            guard !events.isEmpty else { return announced }
            try await store.write(at: clock.now()) { [announced, notifier] transaction throws(StoreError) in
                try transaction.markAnnounced(by: notifier.name, upTo: announced)
            }
        }
    }
}

extension StoreReader {
    fileprivate func announced(by sink: String) async throws(StoreError) -> Int64 {
        try read { transaction throws(StoreError) in try transaction.announced(by: sink) ?? 0 }
    }
}
