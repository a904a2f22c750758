import WalletCore
import WalletStore

extension ActiveConfiguration {
    /// What is known of a subject; `nil` where its source or the holding itself is unknown.
    func facts(
        of subject: AlertSubject, at look: Timekeeper.Look, in transaction: some StoreTransaction
    ) throws(StoreError) -> SubjectFacts? {
        guard let settings = source(subject.source)?.settings else { return nil }
        if let id = subject.holding {
            return try transaction.holding(id).map {
                .holding(HoldingFacts($0.holding, staleAfter: settings.staleAfter))
            }
        }
        guard let stored = try transaction.source(subject.source) else { return nil }
        let holdings = try transaction.holdings(of: subject.source)
        return .source(SourceFacts(settings: settings, stored: stored, holdings: holdings, look: look))
    }

    /// Every subject of a source: its holdings, and the source as a whole.
    func subjects(
        ofSource name: String, at look: Timekeeper.Look, in transaction: some StoreTransaction
    ) throws(StoreError) -> [SubjectFacts] {
        guard let settings = source(name)?.settings, let stored = try transaction.source(name) else { return [] }
        let holdings = try transaction.holdings(of: name)
        let facts = holdings.map { SubjectFacts.holding(HoldingFacts($0, staleAfter: settings.staleAfter)) }
        return facts + [.source(SourceFacts(settings: settings, stored: stored, holdings: holdings, look: look))]
    }
}

extension SourceFacts {
    /// Of all its holdings those count that are listed.
    init(settings: SourceSettings, stored: StoredSource, holdings: [Holding], look: Timekeeper.Look) {
        self.init(
            settings: settings, health: stored.health, tries: stored.tries(since: look.observingSince),
            holdings: holdings.filter { $0.isListed(now: look.now) })
    }
}

extension StoredSource {
    /// Whether a poll was tried since then; what downtime or a set clock made old may be put right by the first.
    fileprivate func tries(since start: Timestamp) -> SourceFacts.Tries {
        guard let lastAttempt, lastAttempt >= start else { return .noneSinceStart }
        return .someSinceStart
    }
}
