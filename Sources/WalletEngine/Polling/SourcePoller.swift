import ServiceLifecycle
package import WalletCore

/// Reads every source when it is due, each poll in a task of its own, and hands what came to the ``Recorder``.
///
/// A source that hangs holds only its own place: a hard deadline ends its poll, and the schedule of the others is not
/// in its tasks but in the ``PollQueue``, which no failing poll can stop.
package actor SourcePoller: Service {
    /// Before a doubtful drop is read again.
    private static let confirmationDelay: Duration = .seconds(2)
    /// An adapter that sees something until then ends by its own time-out and says it; this much later the poll is cut
    /// off.
    private static let deadlineGrace: Duration = .seconds(3)
    /// The longest wait without a look at the wall clock, which may have been set.
    private static let waitMax: Duration = .seconds(30)
    /// Polls that become due within this start together: what they bring shares transactions and wake-ups.
    private static let beat: Duration = .milliseconds(50)

    private struct Read {
        let end: PollEnd
        /// Since boot.
        let deadline: Duration
    }

    private let recorder: Recorder
    private let timekeeper: Timekeeper
    private let wake = Signal()
    private var queue = PollQueue()
    private var sources: [String: WatchedSource] = [:]
    /// The reads that are under way.
    private var reads: [String: Read] = [:]
    /// Since boot: when the loop looks by itself.
    private var nextLook: Duration = .zero
    private var loadedSerial = 0
    /// By how much the clock had been set at the last look.
    private var stepped: Duration = .zero

    init(recorder: Recorder, timekeeper: Timekeeper) {
        self.recorder = recorder
        self.timekeeper = timekeeper
    }

    private var clock: EngineClock { timekeeper.clock }

    /// Takes over a configuration. Of those that come late, the one with the highest `serial` counts.
    ///
    /// `orders` says when sources that are new or were edited are read next (`nil`: not by itself); the others go on.
    func load(_ configured: [WatchedSource], orders: [String: Timestamp?], serial: Int) {
        guard serial > loadedSerial else { return }
        loadedSerial = serial
        let before = sources
        let polled = configured.filter { $0.adapter != nil }
        sources = Dictionary(uniqueKeysWithValues: polled.map { ($0.settings.name, $0) })
        for name in queue.names where sources[name] == nil { queue.remove(name) }
        for source in polled {
            let name = source.settings.name
            if let order = orders[name] {
                queue.schedule(name, host: source.settings.host, due: order)
            } else if !queue.keep(name, host: source.settings.host) {
                queue.schedule(name, host: source.settings.host, due: nil)
            }
        }
        for (name, read) in reads where sources[name]?.fingerprint != before[name]?.fingerprint {
            read.end.reach(.abandoned)
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
                for poll in startDue() { group.addTask { await self.run(poll) } }
                endOverdueReads()
                await wake.wait(atMost: timeToNext(), clock: clock)
            }
            group.cancelAll()
        }
    }

    /// Takes everything that may be read now. Where the clock was set back, nobody waits for the time that comes a
    /// second time.
    ///
    /// Not in the closure of the task group: optimised, Swift 6.3 leaves an access to `queue` open there after the
    /// first poll, and the next one traps.
    private func startDue() -> [PollQueue.DuePoll] {
        let look = timekeeper.look()
        if look.stepped < stepped { queue.shift(by: look.stepped - stepped) }
        stepped = look.stepped
        var polls: [PollQueue.DuePoll] = []
        while let poll = queue.start(now: look.now) { polls.append(poll) }
        return polls
    }

    private func endOverdueReads() {
        let now = clock.sinceBoot()
        for read in reads.values where read.deadline <= now { read.end.reach(.deadline) }
    }

    private func timeToNext() -> Duration {
        let now = clock.sinceBoot()
        let untilDue = timeToDue() ?? SourcePoller.waitMax
        let untilDeadline = reads.values.map(\.deadline).min().map { $0 - now } ?? SourcePoller.waitMax
        let wait = max(min(untilDue, untilDeadline, SourcePoller.waitMax), SourcePoller.beat)
        nextLook = now + wait
        return wait
    }

    private func timeToDue() -> Duration? { queue.nextDue().map { $0 - clock.now() } }

    /// Wakes the loop where it would look more than a beat later than that.
    private func look(within wait: Duration) {
        if clock.sinceBoot() + wait + SourcePoller.beat < nextLook { wake.raise() }
    }

    /// One poll to its end.
    private func run(_ poll: PollQueue.DuePoll) async {
        var next: Timestamp?
        if let source = sources[poll.source] { next = await pollOnce(poll, of: source) }
        queue.finished(poll.source, due: next)
        if let wait = timeToDue() { look(within: wait) }
    }

    /// Answers when the source is read next.
    private func pollOnce(_ poll: PollQueue.DuePoll, of source: WatchedSource) async -> Timestamp? {
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
        /// By a stop, or by an edit of the source: it says nothing about the source.
        case interrupted
    }

    private func attempt(
        _ poll: PollQueue.DuePoll, of source: WatchedSource, as attempt: ReadAttempt
    ) async -> Attempt {
        if let quota = source.settings.quota, case .refused(let until) = await recorder.admit(poll.source, quota) {
            return .refused(until: until)
        }
        guard let adapter = source.adapter, source.fingerprint == sources[poll.source]?.fingerprint else {
            return .interrupted
        }
        let began = clock.now()
        let end = PollEnd()
        let limit = source.settings.timeout + SourcePoller.deadlineGrace
        reads[poll.source] = Read(end: end, deadline: clock.sinceBoot() + limit)
        look(within: limit)
        return await withDiscardingTaskGroup { group in
            group.addTask { await end.reach(reading: adapter) }
            let cause = await end.reached()
            group.cancelAll()
            // Recorded before the group waits for a read that does not end although it was cancelled.
            return await ended(cause, poll, of: source, began: began, attempt)
        }
    }

    private func ended(
        _ cause: PollEnd.Cause, _ poll: PollQueue.DuePoll, of source: WatchedSource, began: Timestamp,
        _ attempt: ReadAttempt
    ) async -> Attempt {
        reads[poll.source] = nil
        guard let outcome = outcome(cause, of: source) else { return .interrupted }
        let observation = Observation(poll: poll, of: source, began: began, attempt: attempt, outcome: outcome)
        return await record(observation)
    }

    /// `nil`: it was interrupted. A reading that is complete counts also then.
    private func outcome(_ end: PollEnd.Cause, of source: WatchedSource) -> Observation.Outcome? {
        switch end {
        case .answer(.reading(let reading)): return .reading(reading)
        case .answer(.failure(let failure)): return Task.isCancelled ? nil : .failure(failure)
        case .deadline:
            let limit = source.settings.timeout.text
            return .failure(PortFailure(.timeout, "no answer within \(limit)"))
        case .abandoned: return nil
        }
    }

    private func record(_ observation: Observation) async -> Attempt {
        switch await recorder.record(observation) {
        case .recorded(let next): .recorded(next: next)
        case .doubted(let next): .doubted(next: next)
        }
    }
}
