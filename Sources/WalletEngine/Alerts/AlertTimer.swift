package import Logging
import ServiceLifecycle
import WalletCore
package import WalletStore

/// Evaluates what time alone makes true: an alert whose count is full, that is idle, stale, or due for a repeat.
///
/// It is also the loop whose life the service manager watches: `beat` is called at every turn.
package actor AlertTimer: Service {
    /// Evaluated in one transaction at most.
    private static let batchMax = 256
    /// The longest wait: a look at the clock, and a sign of life.
    private static let waitMax: Duration = .seconds(5)

    private let ledger: Ledger
    private let reader: StoreReader
    private let chance: Chance
    private let moved: Signal
    private let beat: @Sendable () -> Void
    private let logger: Logger
    private let inForce: ConfigurationInForce

    package init(
        ledger: Ledger, reader: StoreReader, inForce: ConfigurationInForce, chance: Chance, moved: Signal,
        logger: Logger, beat: @escaping @Sendable () -> Void
    ) {
        self.ledger = ledger
        self.reader = reader
        self.inForce = inForce
        self.chance = chance
        self.moved = moved
        self.logger = logger
        self.beat = beat
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                self.beat()
                let next = try await self.turn()
                await self.moved.wait(atMost: next, clock: self.ledger.timekeeper.clock)
            }
        }
    }

    /// Evaluates everything that is due and answers how long to wait.
    private func turn() async throws -> Duration {
        do throws(StoreError) {
            try await announceClockSteps()
            while let due = try await reader.nextDue() {
                let wait = due - ledger.timekeeper.look().now
                guard wait <= .zero else { return min(wait, AlertTimer.waitMax) }
                try await evaluateDue()
            }
        } catch {
            guard error.mayPass else { throw error }
            logger.debug("evaluating alerts by time failed (\(error)), trying again")
        }
        return AlertTimer.waitMax
    }

    private func announceClockSteps() async throws(StoreError) {
        _ = ledger.timekeeper.look()
        let steps = ledger.timekeeper.takeSteps()
        guard !steps.isEmpty else { return }
        try await ledger.commit { transaction, _ throws(StoreError) in
            _ = try transaction.append(steps.map { EventDraft.clockStep(by: $0.by, at: $0.at) })
        }
    }

    private func evaluateDue() async throws(StoreError) {
        let runStarted = ledger.timekeeper.started
        try await ledger.commit { [inForce, chance] transaction, look throws(StoreError) in
            let configuration = inForce.current
            let due = try transaction.alerts(dueBy: look.now, limit: AlertTimer.batchMax)
            let evaluation = AlertEvaluation(
                configuration: configuration, moment: look.moment(.time), newID: chance.identifier)
            for subject in Set(due.map(\.key.subject)).sorted() {
                let facts = try configuration.facts(of: subject, runStarted: runStarted, in: transaction)
                if let facts { try evaluation.run(on: [facts], source: subject.source, in: transaction) }
            }
            try AlertTimer.shelve(due, by: look.now, in: transaction)
        }
    }

    /// What is due and yet nobody evaluates (its holding is not known) must not keep the loop busy.
    private static func shelve(
        _ due: [StoredAlert], by now: Timestamp, in transaction: WriteTransaction
    ) throws(StoreError) {
        for alert in due {
            guard var left = try transaction.alert(alert.key),
                let instant = left.due, instant <= now
            else { continue }
            left.due = nil
            try transaction.save(left)
        }
    }
}

extension StoreReader {
    fileprivate func nextDue() throws(StoreError) -> Timestamp? {
        try read { transaction throws(StoreError) in try transaction.nextDue() }
    }
}
