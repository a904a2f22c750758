package import WalletCore

extension StoreTransaction {
    /// By name; those that left the configuration too.
    package func sources() throws(StoreError) -> [StoredSource] { throw StoreError(.closed, "") }

    package func source(_ name: String) throws(StoreError) -> StoredSource? { throw StoreError(.closed, "") }

    /// The polls of a source since `since` that count against its quota, oldest first, at most `limit`.
    package func polls(of source: String, since: Timestamp, limit: Int) throws(StoreError) -> [Timestamp] {
        throw StoreError(.closed, "")
    }

    /// The earliest scheduled poll of a configured source that is not paused.
    package func nextPoll() throws(StoreError) -> Timestamp? { throw StoreError(.closed, "") }
}
