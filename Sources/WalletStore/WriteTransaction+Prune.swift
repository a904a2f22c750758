package import WalletCore

extension WriteTransaction {
    /// Forgets what is older than `horizon`: of balance changes all but the last of each UTC day, and events.
    ///
    /// Looks at no more than `limit` rows of each; `PruneProgress.moreLeft` asks for another transaction.
    package func prune(olderThan horizon: Timestamp, limit: Int) throws(StoreError) -> PruneProgress {
        throw StoreError(.closed, "")
    }
}

package enum PruneProgress: Sendable {
    case done
    case moreLeft
}
