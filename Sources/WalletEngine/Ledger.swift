import Synchronization
package import WalletCore
package import WalletStore

/// The way everything is committed: one transaction, then everyone who waits for its events is told.
package final class Ledger: Sendable {
    package let store: Store
    package let feed: EventFeed
    package let timekeeper: Timekeeper
    private let health = Mutex(StoreHealth.writable)
    private let notifier: any Notifier

    private enum StoreHealth {
        case writable
        /// What was announced without a row, until it gets one.
        case degraded(EventDraft)
    }

    package init(store: Store, feed: EventFeed, timekeeper: Timekeeper, notifier: any Notifier) {
        self.store = store
        self.feed = feed
        self.timekeeper = timekeeper
        self.notifier = notifier
    }

    /// Whether the last commit failed for want of space or permission to write.
    package var isDegraded: Bool {
        health.withLock { health in
            switch health {
            case .writable: false
            case .degraded: true
            }
        }
    }

    /// Runs `body` in one transaction. What could not be announced while nothing could be stored gets its row with it.
    package func commit<Value: Sendable>(
        _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let look = timekeeper.look()
        let owed = owedEvents()
        do throws(StoreError) {
            let (value, last) = try await store.write(at: look.now) { transaction throws(StoreError) in
                if !owed.isEmpty { _ = try transaction.append(owed) }
                let value = try body(transaction, look)
                return (value, try transaction.lastEvent())
            }
            health.withLock { $0 = .writable }
            feed.advance(to: last)
            return value
        } catch {
            if error.mayPass { await degrade(by: error) }
            throw error
        }
    }

    private func owedEvents() -> [EventDraft] {
        health.withLock { health in
            switch health {
            case .writable: []
            case .degraded(let event): [event]
            }
        }
    }

    /// Says once that nothing can be stored, and why.
    private func degrade(by error: StoreError) async {
        let event = EventDraft.degraded(
            cause: error.message, reason: error.code.rawValue, at: timekeeper.clock.now())
        let isNew = health.withLock { health -> Bool in
            guard case .writable = health else { return false }
            health = .degraded(event)
            return true
        }
        guard isNew else { return }
        try? await notifier.announceUnstored(event)  // the row that it gets on recovery is announced again
    }
}

extension StoreError {
    /// Whether the same write may succeed later: nothing is wrong with the database or with what is written.
    package var mayPass: Bool {
        switch code {
        case .noSpace, .readOnly, .ioError, .locked, .noPermission: true
        case .missing, .notADatabase, .damaged, .newer, .changedMigration, .interrupted, .refused, .closed: false
        }
    }

    /// Whether the database can no longer be trusted, so that the daemon must end.
    package var isDamage: Bool {
        switch code {
        case .damaged, .notADatabase, .missing: true
        case .noSpace, .readOnly, .ioError, .locked, .noPermission, .newer, .changedMigration, .interrupted, .refused,
            .closed:
            false
        }
    }
}
