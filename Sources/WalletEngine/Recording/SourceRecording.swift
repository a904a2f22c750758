import WalletCore
import WalletStore

/// Records what became known of one source, as a part of a ``RecordingRound``.
struct SourceRecording {
    private let round: RecordingRound
    private let settings: SourceSettings
    private var stored: StoredSource

    init(round: RecordingRound, settings: SourceSettings, stored: StoredSource) {
        self.round = round
        self.settings = settings
        self.stored = stored
    }

    mutating func record(_ observation: Observation) throws(StoreError) -> Observation.Verdict {
        stored.lastAttempt = observation.began
        switch observation.checkedOutcome {
        case .failure(let failure):
            try record(failure)
            return .recorded(next: try schedule(after: observation.due, retryAfter: failure.retryAfter))
        case .reading(let reading):
            return try record(reading, of: observation)
        }
    }

    /// Records a balance as a person tells it.
    mutating func record(_ balance: Balance) throws(StoreError) -> Holding {
        let holdings = try transaction.holdings(of: settings.name)
        let change = Recording(settings: settings, stored: holdings).record(balance, at: now)
        stored.lastAttempt = now
        try record([change], among: holdings, begun: now)
        try transaction.save(stored)
        return change.after
    }

    private mutating func record(
        _ reading: Reading, of observation: Observation
    ) throws(StoreError) -> Observation.Verdict {
        let holdings = try transaction.holdings(of: settings.name)
        let decision = Recording(settings: settings, stored: holdings, taken: try taken(from: holdings))
            .decide(reading, begun: observation.began, attempt: observation.attempt)
        switch decision {
        case .record(let changes):
            try record(changes, among: holdings, begun: observation.began)
            return .recorded(next: try schedule(after: observation.due))
        case .confirm(let doubts):
            try hold(doubts)
            return .doubted(next: try schedule(after: observation.due))
        }
    }

    private mutating func record(_ failure: PortFailure) throws(StoreError) {
        round.looks.add(.failed(settings.name))
        let announcement = stored.health.fail(failure, at: now)
        try transaction.extendGap(of: settings.name, reason: failure.reason.rawValue, message: failure.message)
        try announce(announcement)
        guard watchesSource else { return }
        try evaluate([sourceFacts(try transaction.holdings(of: settings.name))], cause: .time)
    }

    private mutating func record(
        _ changes: [HoldingChange], among holdings: [Holding], begun: Timestamp
    ) throws(StoreError) {
        try transaction.apply(changes)
        if stored.health.consecutiveFailures > 0 { try transaction.endGap(of: settings.name) }
        try announce(stored.health.succeed(begun: begun))
        round.looks.add(changes, begun: begun)
        guard isWatched else { return }
        let facts = changes.map { SubjectFacts.holding(HoldingFacts($0, staleAfter: settings.staleAfter)) }
        let source = watchesSource ? [sourceFacts(holdings.applying(changes))] : []
        try evaluate(facts + source, cause: .reading)
    }

    /// By cash-outs that have settled since the last reading.
    private func taken(from holdings: [Holding]) throws(StoreError) -> [HoldingID: Amount] {
        let holds = try transaction.holds(ofSource: settings.name)
        guard !holds.isEmpty else { return [:] }
        return holds.filter { id, hold in
            hold.outcome == .settled && holdings.contains { $0.id == id && $0.readAt < hold.ended }
        }.mapValues(\.taken)
    }

    /// Keeps what was known before a sudden drop, as doubted.
    private func hold(_ doubts: [HoldingDoubt]) throws(StoreError) {
        let doubted = doubts.map(\.doubted)
        round.looks.add(.doubted(settings.name))
        try transaction.apply(doubted)
        let facts = doubted.map { SubjectFacts.holding(HoldingFacts($0, staleAfter: settings.staleAfter)) }
        try evaluate(facts, cause: .time)
    }

    /// Keeps health and schedule, and answers when the source is polled next.
    private mutating func schedule(
        after due: Timestamp, retryAfter: Duration? = nil
    ) throws(StoreError) -> Timestamp? {
        stored.nextPoll = settings.nextPoll(
            after: due, health: stored.health, retryAfter: retryAfter, now: now, randomness: round.chance.bits())
        if let quota = settings.quota, let wanted = stored.nextPoll {
            stored.nextPoll = max(wanted, try transaction.allowedPoll(of: settings.name, quota: quota))
        }
        try transaction.save(stored)
        return stored.nextPoll
    }
}

extension SourceRecording {
    private var transaction: WriteTransaction { round.transaction }
    private var now: Timestamp { round.look.now }
    private var isWatched: Bool { !round.configuration.rules(onSource: settings.name).isEmpty }
    private var watchesSource: Bool {
        round.configuration.rules(onSource: settings.name).contains { $0.condition.isAboutSource }
    }

    private func sourceFacts(_ holdings: [Holding]) -> SubjectFacts {
        .source(SourceFacts(settings: settings, stored: stored, holdings: holdings, look: round.look))
    }

    private func announce(_ announcement: SourceHealth.Announcement?) throws(StoreError) {
        guard let announcement else { return }
        _ = try transaction.append([EventDraft(announcement, of: settings.name, at: now)])
    }

    private func evaluate(_ subjects: [SubjectFacts], cause: Moment.Cause) throws(StoreError) {
        try round.evaluate(subjects, of: settings.name, cause: cause)
    }
}

extension Observation {
    /// A reading that breaks the rules of all readings is a failure.
    fileprivate var checkedOutcome: Outcome {
        switch outcome {
        case .failure: return outcome
        case .reading(let reading):
            do throws(PortFailure) {
                return .reading(try reading.checked(begun: began))
            } catch {
                return .failure(error)
            }
        }
    }
}

extension [Holding] {
    /// These holdings as the changes leave them.
    fileprivate func applying(_ changes: [HoldingChange]) -> [Holding] {
        let changed = Set(changes.map(\.after.id))
        return filter { !changed.contains($0.id) } + changes.map(\.after)
    }
}
