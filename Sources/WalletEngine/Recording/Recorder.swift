package import Logging
import ServiceLifecycle
package import WalletCore
import WalletStore

/// Records what polls bring: observations that are ready together share one transaction, and so one fsync.
///
/// While nothing can be stored it holds the newest observation of each source and tries again.
package actor Recorder: Service {
    /// Together in one transaction at most; bounds how long an urgent one waits.
    private static let batchMax = 512
    /// Between tries while nothing can be stored.
    private static let retryDelay: Duration = .seconds(2)

    private struct Waiting {
        let observation: Observation
        let answer: CheckedContinuation<Observation.Verdict, Never>
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
    private var waiting: [Waiting] = []
    private var held: [String: Observation] = [:]

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
    package func admit(_ settings: SourceSettings) async -> Admission {
        guard let quota = settings.quota else { return .admitted }
        do throws(StoreError) {
            return try await ledger.commit { transaction, look throws(StoreError) in
                switch try transaction.allowance(of: settings.name, quota: quota) {
                case .exhausted(let until): return .refused(until: until)
                case .allowed:
                    try transaction.recordPoll(of: settings.name, keptSince: look.now - quota.window)
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
        await withCheckedContinuation { answer in
            waiting.append(Waiting(observation: observation, answer: answer))
            wake.raise()
        }
    }

    /// Records until the end; what is under way at a stop is committed first. Throws when the database is damaged.
    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await self.drain()
                let delay = await self.held.isEmpty ? nil : Recorder.retryDelay
                await self.wake.wait(atMost: delay, clock: self.ledger.timekeeper.clock)
            }
        }
        try await drain()
    }

    private func drain() async throws {
        repeat {
            let batch = Array(waiting.prefix(Recorder.batchMax))
            waiting.removeFirst(batch.count)
            let again = held.values.filter { old in !batch.contains { $0.observation.source == old.source } }
                .sorted { $0.source < $1.source }
            guard !batch.isEmpty || !again.isEmpty else { return }
            let verdicts = try await commit(again + batch.map(\.observation))
            for (waiter, verdict) in zip(batch, verdicts.dropFirst(again.count)) {
                waiter.answer.resume(returning: verdict)
            }
        } while !waiting.isEmpty
    }

    private func commit(_ observations: [Observation]) async throws -> [Observation.Verdict] {
        do throws(StoreError) {
            let verdicts = try await write(observations)
            held = [:]
            alertsMoved.raise()
            return verdicts
        } catch {
            if error.mayPass { return observations.map(hold) }
            if error.isDamage || observations.count == 1 { return try await giveUp(observations, because: error) }
            logger.error("recording \(observations.count) polls together failed (\(error)), recording each by itself")
            var verdicts: [Observation.Verdict] = []
            for observation in observations { verdicts += try await commit([observation]) }
            return verdicts
        }
    }

    private func write(_ observations: [Observation]) async throws(StoreError) -> [Observation.Verdict] {
        let runStarted = ledger.timekeeper.started
        return try await ledger.commit { [inForce, chance] transaction, look throws(StoreError) in
            let round = RecordingRound(
                configuration: inForce.current, look: look, runStarted: runStarted, newID: chance.identifier)
            var verdicts: [Observation.Verdict] = []
            for observation in observations { verdicts.append(try round.record(observation, in: transaction)) }
            return verdicts
        }
    }

    /// Keeps the observation for a later try; a failed read does not displace a reading.
    private func hold(_ observation: Observation) -> Observation.Verdict {
        switch (observation.outcome, held[observation.source]?.outcome) {
        case (.failure, .reading): break
        case (.reading, _), (.failure, .failure), (.failure, nil): held[observation.source] = observation
        }
        let every = inForce.current.source(observation.source)?.settings.every
        return .recorded(next: every.map { ledger.timekeeper.clock.now() + $0 })
    }

    /// One observation that the database refuses is left out, so that it does not stop the others.
    private func giveUp(
        _ observations: [Observation], because error: StoreError
    ) async throws(StoreError) -> [Observation.Verdict] {
        guard !error.isDamage, let observation = observations.first else {
            for waiter in waiting { waiter.answer.resume(returning: .recorded(next: nil)) }
            waiting = []
            throw error
        }
        logger.error("a poll of \(observation.source) could not be recorded (\(error)), leaving it out")
        held[observation.source] = nil
        let every = inForce.current.source(observation.source)?.settings.every
        return [.recorded(next: every.map { ledger.timekeeper.clock.now() + $0 })]
    }
}
