import WalletCore
import WalletStore

extension ActiveConfiguration {
    /// What is known of a subject; `nil` where its source or the holding itself is unknown.
    func facts(
        of subject: AlertSubject, runStarted: Timestamp, in transaction: some StoreTransaction
    ) throws(StoreError) -> SubjectFacts? {
        guard let settings = source(subject.source)?.settings else { return nil }
        guard let id = subject.holding else {
            guard let stored = try transaction.source(subject.source) else { return nil }
            let holdings = try transaction.holdings(of: subject.source)
            return sourceFacts(stored, settings: settings, holdings: holdings, runStarted: runStarted)
        }
        guard let stored = try transaction.holding(id) else { return nil }
        return .holding(HoldingFacts(stored.holding, staleAfter: settings.staleAfter))
    }

    /// Every subject of a source: the source as a whole, and its holdings.
    func subjects(
        ofSource name: String, runStarted: Timestamp, in transaction: some StoreTransaction
    ) throws(StoreError) -> [SubjectFacts] {
        guard let settings = source(name)?.settings, let stored = try transaction.source(name) else { return [] }
        let holdings = try transaction.holdings(of: name)
        let facts = holdings.map { SubjectFacts.holding(HoldingFacts($0, staleAfter: settings.staleAfter)) }
        return facts + [sourceFacts(stored, settings: settings, holdings: holdings, runStarted: runStarted)]
    }

    private func sourceFacts(
        _ stored: StoredSource, settings: SourceSettings, holdings: [Holding], runStarted: Timestamp
    ) -> SubjectFacts {
        .source(
            SourceFacts(
                settings: settings, health: stored.health, tries: stored.tries(since: runStarted), holdings: holdings))
    }
}
