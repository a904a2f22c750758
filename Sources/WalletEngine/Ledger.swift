import Synchronization
package import WalletCore
package import WalletStore

/// The way everything is committed: one transaction, then everyone who waits for its events is told.
package final class Ledger: Sendable {
    private struct Health {
        var isDegraded = false
        /// What says that nothing can be stored or sent, until it gets its row.
        var owed: [EventDraft] = []
        /// Not yet told without a row.
        var untold: EventDraft?
        /// The file beside the database is behind, so that nothing is sent.
        var isKeptBack = false

        mutating func recover() { self = Health(isKeptBack: isKeptBack) }
    }

    package let store: Store
    package let feed: EventFeed
    package let timekeeper: Timekeeper
    /// Changed on the writer's thread only, in the order of the commits, but for what was told.
    private let health = Mutex(Health())
    private let notifier: any Notifier

    package init(store: Store, feed: EventFeed, timekeeper: Timekeeper, notifier: any Notifier) {
        self.store = store
        self.feed = feed
        self.timekeeper = timekeeper
        self.notifier = notifier
    }

    /// Whether the last commit failed for want of space or permission to write, or left behind the file without which
    /// nothing is sent.
    package var isDegraded: Bool { health.withLock { $0.isDegraded || $0.isKeptBack } }

    /// Runs `body` in one transaction, at an instant that is taken when its turn comes. `committed` runs once it is on
    /// the disk, before the next transaction begins.
    ///
    /// What could not be stored about the store itself gets its row with the first commit that succeeds.
    package func commit<Value: Sendable>(
        _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Value,
        committed: @Sendable (Value) -> Void = { _ in }
    ) async throws(StoreError) -> Value {
        do throws(StoreError) {
            return try await commit(on: store, body, committed)
        } catch {
            await tellDegraded()
            throw error
        }
    }

    /// As ``commit(_:committed:)``, for a body in which cash-outs take steps: what they want done comes out of it.
    package func step<Value: Sendable>(
        _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Value
    ) async throws(StoreError) -> Committed<Value> {
        do throws(StoreError) {
            return try await step(on: store, body)
        } catch {
            await tellDegraded()
            throw error
        }
    }

    private func commit<Value: Sendable>(
        on store: isolated Store, _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Value,
        _ committed: @Sendable (Value) -> Void
    ) throws(StoreError) -> Value {
        let look = timekeeper.look()
        do throws(StoreError) {
            let (value, last) = try store.write(at: look.now) { transaction throws(StoreError) in
                try run(body, in: transaction, at: look)
            }
            health.withLock { $0.recover() }
            committed(value)
            feed.advance(to: last)
            return value
        } catch {
            throw noted(error, at: look.now)
        }
    }

    private func step<Value: Sendable>(
        on store: isolated Store, _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Value
    ) throws(StoreError) -> Committed<Value> {
        let look = timekeeper.look()
        do throws(StoreError) {
            let committed = try store.commit(at: look.now) { transaction throws(StoreError) in
                try run(body, in: transaction, at: look)
            }
            health.withLock { $0.recover() }
            note(committed.runs, at: look.now)
            feed.advance(to: committed.value.last)
            return committed.map(\.value)
        } catch {
            throw noted(error, at: look.now)
        }
    }

    /// The body after what could not be stored before, and the last event of both.
    private func run<Value: Sendable>(
        _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Value,
        in transaction: WriteTransaction, at look: Timekeeper.Look
    ) throws(StoreError) -> (value: Value, last: Int64) {
        let owed = health.withLock(\.owed)
        if !owed.isEmpty { _ = try transaction.append(owed) }
        return (try body(transaction, look), try transaction.lastEvent())
    }

    private func noted(_ error: StoreError, at now: Timestamp) -> StoreError {
        if error.mayPass { degrade(by: error, at: now) }
        return error
    }

    private func degrade(by error: StoreError, at now: Timestamp) {
        health.withLock { health in
            guard !health.isDegraded else { return }
            health.isDegraded = true
            let event = EventDraft.degraded(cause: error.message, reason: error.code.rawValue, at: now)
            health.owed.append(event)
            health.untold = event
        }
    }

    /// The row that says that nothing is sent comes with the next commit: the one that keeps how the run ended.
    private func note<Value: Sendable>(_ runs: Committed<Value>.Runs, at now: Timestamp) {
        health.withLock { health in
            switch runs {
            case .granted: health.isKeptBack = false
            case .withheld(_, let error):
                guard !health.isKeptBack else { return }
                health.isKeptBack = true
                health.owed.append(.keptBack(cause: error.message, reason: error.code.rawValue, at: now))
            }
        }
    }

    /// Says once that nothing can be stored, and why.
    private func tellDegraded() async {
        let untold = health.withLock { health in
            defer { health.untold = nil }
            return health.untold
        }
        guard let untold else { return }
        try? await notifier.announceUnstored(untold)  // the row that it gets on recovery is announced again
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
