import WalletCore
import WalletStore

/// Records observations inside one transaction: spans, health, schedule, alert states and events together.
struct RecordingRound {
    let configuration: ActiveConfiguration
    let look: Timekeeper.Look
    let runStarted: Timestamp
    let newID: @Sendable () -> String

    func record(
        _ observation: Observation, in transaction: WriteTransaction
    ) throws(StoreError) -> Observation.Verdict {
        guard let watched = configuration.source(observation.source),
            var stored = try transaction.source(observation.source)
        else { return .recorded(next: nil) }
        stored.lastAttempt = observation.began
        switch checked(observation) {
        case .failure(let failure):
            return try record(failure, of: observation, on: stored, settings: watched.settings, in: transaction)
        case .reading(let reading):
            return try record(reading, of: observation, on: stored, settings: watched.settings, in: transaction)
        }
    }

    private func checked(_ observation: Observation) -> Observation.Outcome {
        switch observation.outcome {
        case .failure: return observation.outcome
        case .reading(let reading):
            do throws(PortFailure) {
                return .reading(try reading.checked(begun: observation.began))
            } catch {
                return .failure(error)
            }
        }
    }

    private func record(
        _ failure: PortFailure, of observation: Observation, on stored: StoredSource, settings: SourceSettings,
        in transaction: WriteTransaction
    ) throws(StoreError) -> Observation.Verdict {
        var stored = stored
        let announcement = stored.health.fail(failure, at: look.now)
        try transaction.extendGap(of: stored.name, reason: failure.reason.rawValue, message: failure.message)
        if let announcement {
            _ = try transaction.append([EventDraft(announcement, of: stored.name, at: look.now)])
        }
        let holdings = try transaction.holdings(of: stored.name)
        try evaluate(
            [sourceFacts(stored, settings: settings, holdings: holdings)], of: stored.name, cause: .time,
            in: transaction)
        return .recorded(
            next: try schedule(
                &stored, settings, after: observation, retryAfter: failure.retryAfter, in: transaction))
    }

    private func record(
        _ reading: Reading, of observation: Observation, on stored: StoredSource, settings: SourceSettings,
        in transaction: WriteTransaction
    ) throws(StoreError) -> Observation.Verdict {
        let holdings = try transaction.holdings(of: stored.name)
        let decision = Recording(settings: settings, stored: holdings)
            .decide(reading, begun: observation.began, attempt: observation.attempt)
        switch decision {
        case .record(let changes):
            return try record(changes, among: holdings, of: observation, on: stored, settings, in: transaction)
        case .confirm(let doubts):
            return try hold(doubts, of: observation, on: stored, settings, in: transaction)
        }
    }

    private func record(
        _ changes: [HoldingChange], among holdings: [Holding], of observation: Observation, on stored: StoredSource,
        _ settings: SourceSettings, in transaction: WriteTransaction
    ) throws(StoreError) -> Observation.Verdict {
        var stored = stored
        try transaction.apply(changes)
        if stored.health.consecutiveFailures > 0 { try transaction.endGap(of: stored.name) }
        if let announcement = stored.health.succeed(begun: observation.began) {
            _ = try transaction.append([EventDraft(announcement, of: stored.name, at: look.now)])
        }
        let facts = changes.map { SubjectFacts.holding(HoldingFacts($0, staleAfter: settings.staleAfter)) }
        let source = sourceFacts(stored, settings: settings, holdings: changes.map(\.after))
        try evaluate(facts + [source], of: stored.name, cause: .reading, in: transaction)
        return .recorded(
            next: try schedule(&stored, settings, after: observation, retryAfter: nil, in: transaction))
    }

    private func hold(
        _ doubts: [HoldingDoubt], of observation: Observation, on stored: StoredSource, _ settings: SourceSettings,
        in transaction: WriteTransaction
    ) throws(StoreError) -> Observation.Verdict {
        var stored = stored
        let doubted = doubts.map(\.doubted)
        try transaction.apply(doubted)
        let facts = doubted.map { SubjectFacts.holding(HoldingFacts($0, staleAfter: settings.staleAfter)) }
        try evaluate(facts, of: stored.name, cause: .time, in: transaction)
        return .doubted(
            next: try schedule(&stored, settings, after: observation, retryAfter: nil, in: transaction))
    }

    private func sourceFacts(
        _ stored: StoredSource, settings: SourceSettings, holdings: [Holding]
    ) -> SubjectFacts {
        let listed = holdings.filter { $0.isListed(now: look.now) }
        let tries = stored.tries(since: runStarted)
        return .source(SourceFacts(settings: settings, health: stored.health, tries: tries, holdings: listed))
    }

    private func evaluate(
        _ subjects: [SubjectFacts], of source: String, cause: Moment.Cause, in transaction: WriteTransaction
    ) throws(StoreError) {
        try AlertEvaluation(configuration: configuration, moment: look.moment(cause), newID: newID)
            .run(on: subjects, source: source, in: transaction)
    }

    /// Keeps health and schedule, and answers when the source is polled next.
    private func schedule(
        _ stored: inout StoredSource, _ settings: SourceSettings, after observation: Observation,
        retryAfter: Duration?, in transaction: WriteTransaction
    ) throws(StoreError) -> Timestamp? {
        var next = settings.nextPoll(
            after: observation, health: stored.health, retryAfter: retryAfter, now: look.now)
        if let quota = settings.quota, let wanted = next {
            next = max(wanted, try transaction.allowedPoll(of: stored.name, quota: quota))
        }
        stored.nextPoll = next
        try transaction.save(stored)
        return next
    }
}

extension StoredSource {
    /// Whether a poll has ended since the run began.
    func tries(since runStarted: Timestamp) -> SourceFacts.Tries {
        guard let lastAttempt, lastAttempt >= runStarted else { return .noneSinceStart }
        return .someSinceStart
    }
}

extension WriteTransaction {
    /// The earliest instant, from now on, at which the quota allows a poll.
    func allowedPoll(of source: String, quota: Quota) throws(StoreError) -> Timestamp {
        switch try allowance(of: source, quota: quota) {
        case .allowed: now
        case .exhausted(let until): until
        }
    }

    func allowance(of source: String, quota: Quota) throws(StoreError) -> Quota.Allowance {
        let polls = try polls(of: source, since: now - quota.window, limit: quota.limit)
        return quota.allowance(past: polls, now: now)
    }
}
