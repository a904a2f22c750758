package import WalletCore

extension WriteTransaction {
    /// Brings the stored sources in line with a configuration: new ones are added, others get `removedAt`.
    package func configure(_ sources: [ConfiguredSource]) throws(StoreError) -> SourceChanges {
        throw StoreError(.closed, "")
    }

    /// Saves what can change of a source: health and schedule.
    package func save(_ source: StoredSource) throws(StoreError) { throw StoreError(.closed, "") }

    /// Counts a poll at ``now`` against the source's quota; polls before `keptSince` are forgotten.
    package func recordPoll(of source: String, keptSince: Timestamp) throws(StoreError) {
        throw StoreError(.closed, "")
    }

    /// A poll at ``now`` failed: extends the source's open gap when it has the same reason, else begins one.
    package func extendGap(of source: String, reason: String, message: String) throws(StoreError) {
        throw StoreError(.closed, "")
    }

    /// A poll at ``now`` succeeded; does nothing when no gap is open.
    package func endGap(of source: String) throws(StoreError) { throw StoreError(.closed, "") }
}
