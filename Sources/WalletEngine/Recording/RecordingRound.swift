import WalletCore
import WalletStore

/// Records what became known of sources inside one transaction: spans, health, schedule, alert states and events
/// together.
struct RecordingRound {
    let configuration: ActiveConfiguration
    let look: Timekeeper.Look
    let chance: Chance
    let transaction: WriteTransaction
    /// What is recorded here, for the cash-outs.
    let looks = CashOutLooks()

    /// What was read of a source that is gone, or by a definition that has been edited since, is left out.
    func record(_ observation: Observation) throws(StoreError) -> Observation.Verdict {
        guard let watched = configuration.source(observation.source), watched.fingerprint == observation.fingerprint,
            let stored = try transaction.source(observation.source)
        else { return .recorded(next: nil) }
        var recording = SourceRecording(round: self, settings: watched.settings, stored: stored)
        return try recording.record(observation)
    }

    /// Records a balance as a person tells it; `nil`: the source is gone.
    func record(_ balance: Balance, of settings: SourceSettings) throws(StoreError) -> Holding? {
        guard let stored = try transaction.source(settings.name) else { return nil }
        var recording = SourceRecording(round: self, settings: settings, stored: stored)
        return try recording.record(balance)
    }

    /// Decides the cash-outs on what was recorded here, last of all; answers whether one is to go or a price to be asked.
    func decideCashOuts(at desk: CashOutDesk) throws(StoreError) -> Bool {
        guard !looks.isEmpty else { return false }
        let review = CashOutReview(configuration: configuration, look: look, desk: desk, transaction: transaction)
        let decisions = try review.take(looks)
        return decisions.contains { $0.word == .act } || !review.wanted(by: decisions).isEmpty
    }

    func evaluate(
        _ subjects: [SubjectFacts], of source: String, cause: Moment.Cause
    ) throws(StoreError) {
        try AlertEvaluation(configuration: configuration, moment: look.moment(cause), newID: chance.identifier)
            .run(on: subjects, source: source, in: transaction)
    }
}
