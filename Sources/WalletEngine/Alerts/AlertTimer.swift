import Logging
import ServiceLifecycle
import WalletCore
import WalletStore

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
    private let signals: EngineSignals
    private let beat: @Sendable () -> Void
    private let logger: Logger
    private let inForce: ConfigurationInForce

    init(
        ledger: Ledger, reader: StoreReader, inForce: ConfigurationInForce, signals: EngineSignals,
        surroundings: Engine.Surroundings
    ) {
        self.ledger = ledger
        self.reader = reader
        self.inForce = inForce
        self.signals = signals
        chance = surroundings.chance
        logger = surroundings.logger
        beat = surroundings.beat
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.turnUntilCancelled() }
    }

    private func turnUntilCancelled() async throws {
        while !Task.isCancelled {
            beat()
            let wait = try await turn()
            await signals.alerts.wait(atMost: wait, clock: ledger.timekeeper.clock)
        }
    }

    /// Evaluates what is due, at most one batch, and answers how long to wait.
    private func turn() async throws(StoreError) -> Duration {
        do throws(StoreError) {
            try await announceClockSteps()
            try await recover()
            guard let due = try await reader.nextDue() else { return AlertTimer.waitMax }
            let wait = due - ledger.timekeeper.look().now
            guard wait <= .zero else { return min(wait, AlertTimer.waitMax) }
            try await evaluateDue()
            return .zero
        } catch {
            guard error.mayPass else { throw error }
            logger.debug("evaluating alerts by time failed (\(error)), trying again")
            return AlertTimer.waitMax
        }
    }

    /// Looks whether something can be stored again. What failed may have been a command, which nobody repeats.
    private func recover() async throws(StoreError) {
        guard ledger.isDegraded else { return }
        try await ledger.commit { _, _ in }
        logger.notice("the database can be written again")
        signals.decisions.raise()
        signals.cashOuts.raise()
    }

    private func announceClockSteps() async throws(StoreError) {
        let timekeeper = ledger.timekeeper
        _ = timekeeper.look()
        let steps = timekeeper.stepsToAnnounce
        guard !steps.isEmpty else { return }
        try await ledger.commit { transaction, _ throws(StoreError) in
            _ = try transaction.append(steps.map { EventDraft.clockStep(by: $0.by, at: $0.at) })
            if let forward = steps.last(where: { $0.by > .zero }) { try transaction.doubtClock(forwardBy: forward.by) }
        } committed: {
            timekeeper.announced(steps: steps.count)
        }
        signals.decisions.raise()
        signals.cashOuts.raise()
    }

    private func evaluateDue() async throws(StoreError) {
        try await ledger.commit { [inForce, chance] transaction, look throws(StoreError) in
            let due = try transaction.alerts(dueBy: look.now, limit: AlertTimer.batchMax)
            let round = RecordingRound(
                configuration: inForce.current, look: look, chance: chance, transaction: transaction)
            try round.evaluate(due.map(\.key.subject))
            try AlertTimer.shelve(due, by: look.now, in: transaction)
        }
    }

    /// What is due and yet nobody evaluates (its holding is not known) must not keep the loop busy.
    private static func shelve(
        _ due: [StoredAlert], by now: Timestamp, in transaction: WriteTransaction
    ) throws(StoreError) {
        for alert in due {
            guard var left = try transaction.alert(alert.key), let instant = left.due, instant <= now else { continue }
            left.due = nil
            try transaction.save(left)
        }
    }
}

extension RecordingRound {
    /// Evaluates subjects about which nothing new was read.
    fileprivate func evaluate(_ subjects: [AlertSubject]) throws(StoreError) {
        let bySource = Dictionary(grouping: Set(subjects), by: \.source)
        for (source, subjects) in bySource.sorted(by: { $0.key < $1.key }) {
            var facts: [SubjectFacts] = []
            for subject in subjects.sorted() {
                if let known = try configuration.facts(of: subject, at: look, in: transaction) { facts.append(known) }
            }
            try evaluate(facts, of: source, cause: .time)
        }
    }
}

extension StoreReader {
    fileprivate func nextDue() throws(StoreError) -> Timestamp? {
        try read { transaction throws(StoreError) in try transaction.nextDue() }
    }
}
