package import Logging
import ServiceLifecycle
package import WalletCore
package import WalletStore

/// Announces every stored event, in order, at least once, under the number it has.
///
/// How far it came is stored after the announcement, so a crash between the two repeats and never skips. While that
/// cannot be stored, it is remembered, so that nothing is repeated in one run.
package actor EventDispatcher: Service {
    /// Read and announced together; bounds memory after a long pause.
    private static let batchMax = 256
    /// Before trying again to reach a notifier or the store.
    private static let retryDelay: Duration = .seconds(1)

    private let ledger: Ledger
    private let reader: StoreReader
    private let notifier: any Notifier
    private let logger: Logger
    /// The last event announced; `nil` before the first look.
    private var announced: Int64?
    /// As far as the store knows.
    private var marked: Int64?

    package init(ledger: Ledger, reader: StoreReader, notifier: any Notifier, logger: Logger) {
        self.ledger = ledger
        self.reader = reader
        self.notifier = notifier
        self.logger = logger
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.announceUntilCancelled() }
    }

    /// Announces what was committed and not yet announced; for the end of the daemon, after its last event.
    ///
    /// That it cannot be stored how far this came matters at the next start only, which announces some events again.
    package func finish() async throws {
        do {
            try await announceAll()
        } catch let error as StoreError where error.mayPass {
            logger.warning("keeping how far events were announced failed (\(error)), the next start repeats some")
        }
    }

    /// Throws when the database is damaged: then nothing that it says may be announced.
    private func announceUntilCancelled() async throws {
        while !Task.isCancelled {
            let newest = ledger.feed.last
            do {
                try await announceAll()
                // Numbers are left out where history went back, so what is newest may never be announced.
                await ledger.feed.passed(max(newest, announced ?? newest))
            } catch let error as StoreError where error.isDamage {
                throw error
            } catch {
                logger.warning("announcing events failed (\(error)), trying again")
                try? await ledger.timekeeper.clock.sleep(EventDispatcher.retryDelay)  // cancelled: the loop ends
            }
        }
    }

    private func announceAll() async throws {
        var isDone = false
        while !isDone {
            let last = try await begin()
            let events = try await reader.read { transaction throws(StoreError) in
                try transaction.events(after: last, limit: EventDispatcher.batchMax)
            }
            do throws(PortFailure) {
                for event in events {
                    try await notifier.announce(event)
                    announced = event.seq
                }
            } catch {
                try await mark()
                throw error
            }
            try await mark()
            isDone = events.count < EventDispatcher.batchMax
        }
    }

    private func begin() async throws(StoreError) -> Int64 {
        if let announced { return announced }
        let stored = try await reader.read { [notifier] transaction throws(StoreError) in
            try transaction.announced(by: notifier.name) ?? 0
        }
        (announced, marked) = (stored, stored)
        return stored
    }

    private func mark() async throws(StoreError) {
        guard let announced, announced != marked else { return }
        try await ledger.commit { [notifier] transaction, _ throws(StoreError) in
            try transaction.markAnnounced(by: notifier.name, upTo: announced)
        }
        marked = announced
    }
}
