package import Logging
import ServiceLifecycle
package import WalletCore
import WalletStore

/// Records what polls bring: observations that are ready together share one transaction, and so one fsync.
///
/// While nothing can be stored it holds the newest observations of each source and tries again.
package actor Recorder: Service {
    /// Together in one transaction at most; bounds how long an urgent one waits.
    private static let batchMax = 512
    /// Between tries while nothing can be stored.
    private static let retryDelay: Duration = .seconds(2)

    private struct Waiting {
        let observation: Observation
        /// `nil`: it was held, and who brought it has been answered.
        let answer: CheckedContinuation<Observation.Verdict, Never>?
    }

    private enum Standing {
        case recording
        /// Nothing can be stored; tried again at this time since boot.
        case holding(until: Duration)
        case ended
    }

    /// Whether a source may be read now.
    package enum Admission: Sendable {
        case admitted
        case refused(until: Timestamp)
    }

    private let ledger: Ledger
    private let chance: Chance
    private let logger: Logger
    private let wake = Signal()
    /// Raised when a transaction may have moved the next due alert.
    private let alertsMoved: Signal
    private let inForce: ConfigurationInForce
    private var standing = Standing.recording
    private var waiting: [Waiting] = []
    private var held = HeldObservations()

    package init(
        ledger: Ledger, inForce: ConfigurationInForce, chance: Chance, alertsMoved: Signal, logger: Logger
    ) {
        self.ledger = ledger
        self.inForce = inForce
        self.chance = chance
        self.alertsMoved = alertsMoved
        self.logger = logger
    }

    /// Counts a read against the source's quota, committed before it happens, so that a restart spends none.
    package func admit(_ source: String, _ quota: Quota) async -> Admission {
        do throws(StoreError) {
            return try await ledger.commit { transaction, look throws(StoreError) in
                switch try transaction.allowance(of: source, quota: quota, now: look.now) {
                case .exhausted(let until):
                    try transaction.postpone(source, until: until)
                    return .refused(until: until)
                case .allowed:
                    try transaction.recordPoll(of: source, keptSince: look.now - quota.window)
                    return .admitted
                }
            }
        } catch {
            // What cannot be counted is not read: the quota is the vendor's, and may cost money.
            return .refused(until: ledger.timekeeper.clock.now() + Recorder.retryDelay)
        }
    }

    /// Returns once the observation is committed, or held because nothing can be stored.
    package func record(_ observation: Observation) async -> Observation.Verdict {
        if case .ended = standing { return .recorded(next: nil) }
        return await withCheckedContinuation { answer in
            waiting.append(Waiting(observation: observation, answer: answer))
            wake.raise()
        }
    }

    /// Records until the end; what is under way at a stop is committed first. Throws when the database is damaged.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await self.recordUntilCancelled() }
            retryNow()
            try await drain()
        } catch {
            end()
            throw error
        }
        end()
    }

    private func recordUntilCancelled() async throws {
        while !Task.isCancelled {
            try await drain()
            await wake.wait(atMost: timeToRetry(), clock: ledger.timekeeper.clock)
        }
    }

    private func timeToRetry() -> Duration? {
        switch standing {
        case .recording, .ended: nil
        case .holding(let until): max(until - ledger.timekeeper.clock.sinceBoot(), .milliseconds(1))
        }
    }

    private func retryNow() {
        if case .holding = standing { standing = .holding(until: .zero) }
    }

    /// Answers everybody who waits, now and later: nothing is recorded any more.
    private func end() {
        standing = .ended
        answer(waiting.map { ($0, .recorded(next: nil)) })
        waiting = []
    }

    private func drain() async throws(StoreError) {
        if case .holding(let until) = standing {
            guard until <= ledger.timekeeper.clock.sinceBoot() else { return holdWaiting() }
            waiting.insert(contentsOf: held.takeAll().map { Waiting(observation: $0, answer: nil) }, at: 0)
            standing = .recording
        }
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(Recorder.batchMax))
            waiting.removeFirst(batch.count)
            try await commit(batch)
            if case .holding = standing { return holdWaiting() }
        }
    }

    private func commit(_ batch: [Waiting]) async throws(StoreError) {
        do throws(StoreError) {
            let verdicts = try await write(batch.map(\.observation))
            alertsMoved.raise()
            answer(Array(zip(batch, verdicts)))
        } catch {
            if error.mayPass { return hold(batch) }
            if error.isDamage {
                // Answered at the end, like all others.
                waiting += batch
                throw error
            }
            try await commitSeparately(batch, because: error)
        }
    }

    /// One observation that the database refuses does not stop the others.
    private func commitSeparately(_ batch: [Waiting], because error: StoreError) async throws(StoreError) {
        guard batch.count == 1 else {
            logger.error("recording \(batch.count) polls together failed (\(error)), recording each by itself")
            for one in batch { try await commit([one]) }
            return
        }
        for refused in batch {
            logger.error("a poll of \(refused.observation.source) could not be recorded (\(error)), leaving it out")
            answer([(refused, .recorded(next: regularNext(after: refused.observation)))])
        }
    }

    private func write(_ observations: [Observation]) async throws(StoreError) -> [Observation.Verdict] {
        try await ledger.commit { [inForce, chance] transaction, look throws(StoreError) in
            let round = RecordingRound(
                configuration: inForce.current, look: look, chance: chance, transaction: transaction)
            var verdicts: [Observation.Verdict] = []
            for observation in observations { verdicts.append(try round.record(observation)) }
            return verdicts
        }
    }

    private func holdWaiting() {
        hold(waiting)
        waiting = []
    }

    private func hold(_ batch: [Waiting]) {
        if case .recording = standing {
            standing = .holding(until: ledger.timekeeper.clock.sinceBoot() + Recorder.retryDelay)
        }
        for one in batch { held.hold(one.observation) }
        answer(batch.map { ($0, .recorded(next: regularNext(after: $0.observation))) })
    }

    private func answer(_ verdicts: [(Waiting, Observation.Verdict)]) {
        for (one, verdict) in verdicts { one.answer?.resume(returning: verdict) }
    }

    /// When the source is read next where the store cannot say; a refused credential is not tried again.
    private func regularNext(after observation: Observation) -> Timestamp? {
        if case .failure(let failure) = observation.outcome, failure.reason.needsAttention { return nil }
        guard let every = inForce.current.source(observation.source)?.settings.every else { return nil }
        let now = ledger.timekeeper.clock.now()
        return PollSchedule(every: every).due(after: observation.due, now: now, randomness: chance.bits())
    }
}

extension WriteTransaction {
    /// The quota puts the next poll off.
    fileprivate func postpone(_ name: String, until instant: Timestamp) throws(StoreError) {
        guard var stored = try source(name) else { return }
        stored.nextPoll = instant
        try save(stored)
    }
}
