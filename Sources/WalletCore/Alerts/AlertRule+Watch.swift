extension AlertRule {
    /// Why the rule does not watch a subject, whatever its balance; `nil`: it does.
    package func exclusion(of facts: SubjectFacts, now: Timestamp) -> Unwatched? {
        switch facts {
        case .holding(let facts): exclusion(of: facts.holding, now: now)
        case .source(let facts): exclusion(of: facts)
        }
    }

    /// A threshold, and `at_least`, watch holdings of their own asset only.
    package func exclusion(of holding: Holding, now: Timestamp) -> Unwatched? {
        guard !condition.isAboutSource else { return .otherSubject }
        if let reason = selection.exclusion(of: holding.id, kind: holding.kind) { return reason }
        let assets = [condition.limit?.asset, atLeast?.asset].compactMap(\.self)
        guard assets.allSatisfy({ $0 == holding.balance.available.asset }) else { return .otherAsset }
        return holding.isListed(now: now) ? nil : .offLists
    }

    private func exclusion(of source: SourceFacts) -> Unwatched? {
        guard condition.isAboutSource else { return .otherSubject }
        guard selection.selects(source: source.settings.name) else { return .otherSource }
        guard !selection.isBySourceOnly, !source.holdings.isEmpty else { return unreadExclusion(of: source) }
        let reasons = source.holdings.map { selection.exclusion(of: $0.id, kind: $0.kind) }
        return reasons.contains(nil) ? nil : reasons.compactMap(\.self).first
    }

    /// Of a source without holdings only the configured kind is known.
    private func unreadExclusion(of source: SourceFacts) -> Unwatched? {
        guard !selection.isBySourceOnly else { return nil }
        guard selection.accounts.isEmpty else { return .otherAccount }
        guard selection.assets.isEmpty else { return .otherAsset }
        return selection.kinds.contains(source.settings.kind) ? nil : .otherKind
    }
}
