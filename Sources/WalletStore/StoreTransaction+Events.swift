package import WalletCore

extension StoreTransaction {
    /// The first `limit` events with a higher number than `seq`, of all types or of the given ones.
    package func events(after seq: Int64, types: [EventType]? = nil, limit: Int) throws(StoreError) -> [Event] {
        throw StoreError(.closed, "")
    }

    /// The number before that of the first event that is not earlier than `instant`: where to go on from to get those
    /// since then.
    package func lastEvent(before instant: Timestamp) throws(StoreError) -> Int64 { throw StoreError(.closed, "") }

    /// The highest number that was ever given; 0: none yet.
    package func lastEvent() throws(StoreError) -> Int64 { throw StoreError(.closed, "") }

    /// The last event that the sink announced; `nil`: it never did.
    package func announced(by sink: String) throws(StoreError) -> Int64? { throw StoreError(.closed, "") }
}
