package import WalletCore

extension StoreTransaction {
    /// The spans that reach into `range`, oldest first, at most `limit`; a further page begins after `last`, the
    /// `firstSeen` of the last span of the page before.
    package func history(
        of holding: HoldingID, in range: ClosedRange<Timestamp>, after last: Timestamp? = nil, limit: Int
    ) throws(StoreError) -> [BalanceSpan] {
        throw StoreError(.closed, "")
    }

    /// For each instant, in rising order, the span whose balance was known then, `nil` where none was.
    ///
    /// Known is a balance from a reading until the next one of the source, unless that failed, but no longer than
    /// `tolerance` after the last reading that gave it.
    package func history(
        of holding: HoldingID, at instants: [Timestamp], tolerance: Duration
    ) throws(StoreError) -> [BalanceSpan?] {
        throw StoreError(.closed, "")
    }

    /// The gaps that reach into `range`, oldest first, at most `limit`; a further page begins after `last`, the
    /// `firstAt` of the last gap of the page before.
    package func gaps(
        of source: String, in range: ClosedRange<Timestamp>, after last: Timestamp? = nil, limit: Int
    ) throws(StoreError) -> [Gap] {
        throw StoreError(.closed, "")
    }
}
