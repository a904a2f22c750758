package import Logging
import ServiceLifecycle
package import WalletCore

/// Reads every source when it is due, each poll in a task of its own, and hands what came to the ``Recorder``.
///
/// A source that hangs holds only its own place: a hard deadline ends its poll, and the schedule of the others is not in
/// its tasks but in the ``PollQueue``, which no failing poll can stop.
package actor SourcePoller: Service {
    /// Before a doubtful drop is read again.
    private static let confirmationDelay: Duration = .seconds(2)
    /// An adapter ends by its own time-out, and says what it saw until then; this much later the poll is cut off.
    private static let deadlineGrace: Duration = .seconds(3)
    /// The longest wait without a look at the wall clock, which may have been set.
    private static let waitMax: Duration = .seconds(30)

    private let recorder: Recorder
    private let clock: EngineClock
    private let chance: Chance
    private let logger: Logger
    private let wake = Signal()
    private var queue = PollQueue()
    private var sources: [String: WatchedSource] = [:]

    package init(recorder: Recorder, clock: EngineClock, chance: Chance, logger: Logger) {
        self.recorder = recorder
        self.clock = clock
        self.chance = chance
        self.logger = logger
    }

    /// Takes over a configuration; `schedule` says when each of its sources is read next (absent: not by itself).
    package func load(_ configured: [WatchedSource], schedule: [String: Timestamp]) {
        let polled = configured.filter { $0.adapter != nil }
        sources = Dictionary(uniqueKeysWithValues: polled.map { ($0.settings.name, $0) })
        for name in queue.names where sources[name] == nil { queue.remove(name) }
        for source in polled {
            let name = source.settings.name
            queue.schedule(name, host: source.settings.host, due: schedule[name])
        }
        wake.raise()
    }

    /// Reads a source as soon as its host allows (`due` now), later, or not by itself (`nil`).
    package func schedule(_ name: String, due: Timestamp?) {
        guard let source = sources[name] else { return }
        queue.schedule(name, host: source.settings.host, due: due)
        wake.raise()
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await self.pollUntilCancelled() }
    }

    private func pollUntilCancelled() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                while let poll = queue.start(now: clock.now()) {
                    guard let source = sources[poll.source] else { continue }
                    group.addTask { await self.run(poll, of: source) }
                }
                await wake.wait(atMost: timeToNext(), clock: clock)
            }
            group.cancelAll()
        }
    }

    private func timeToNext() -> Duration {
        guard let due = queue.nextDue() else { return SourcePoller.waitMax }
        return min(max(due - clock.now(), .zero), SourcePoller.waitMax)
    }

    private func run(_ poll: PollQueue.DuePoll, of source: WatchedSource) async {
        let next = await readAndRecord(poll, of: source)
        guard !Task.isCancelled else { return }
        queue.finished(poll.source, due: next)
        wake.raise()
    }

    /// One poll to its end; answers when the source is read next.
    private func readAndRecord(_ poll: PollQueue.DuePoll, of source: WatchedSource) async -> Timestamp? {
        switch await attempt(poll, of: source, as: .first) {
        case .refused(let until): return until
        case .recorded(let next): return next
        case .interrupted: return nil
        case .doubted(let next):
            do { try await clock.sleep(SourcePoller.confirmationDelay) } catch { return nil }
            switch await attempt(poll, of: source, as: .confirming) {
            case .refused, .interrupted: return next
            case .recorded(let next), .doubted(let next): return next
            }
        }
    }

    private enum Attempt {
        /// The quota allows none before.
        case refused(until: Timestamp)
        case recorded(next: Timestamp?)
        case doubted(next: Timestamp?)
        /// The poller is being stopped: an interrupted read says nothing about the source.
        case interrupted
    }

    private func attempt(
        _ poll: PollQueue.DuePoll, of source: WatchedSource, as attempt: ReadAttempt
    ) async -> Attempt {
        guard let adapter = source.adapter else { return .interrupted }
        switch await recorder.admit(source.settings) {
        case .admitted: break
        case .refused(let until): return .refused(until: until)
        }
        let began = clock.now()
        let outcome = await read(adapter, settings: source.settings)
        guard !Task.isCancelled else { return .interrupted }
        let observation = Observation(
            poll: poll, began: began, attempt: attempt, outcome: outcome, randomness: chance.bits())
        switch await recorder.record(observation) {
        case .recorded(let next): return .recorded(next: next)
        case .doubted(let next): return .doubted(next: next)
        }
    }

    private func read(_ adapter: any BalanceSource, settings: SourceSettings) async -> Observation.Outcome {
        let clock = clock
        return await withTaskGroup(of: Observation.Outcome.self) { group in
            group.addTask {
                do throws(PortFailure) { return .reading(try await adapter.read()) } catch { return .failure(error) }
            }
            group.addTask {
                try? await clock.sleep(settings.timeout + SourcePoller.deadlineGrace)  // cancelled: the other task has answered
                let limit = settings.timeout.text
                return .failure(PortFailure(.timeout, "no answer within \(limit)"))
            }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(PortFailure(.failed, "the poll was cancelled"))
        }
    }
}
