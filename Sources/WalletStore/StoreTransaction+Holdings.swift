package import WalletCore

extension StoreTransaction {
    /// All holdings of a source, by account and asset.
    package func holdings(of source: String) throws(StoreError) -> [Holding] { throw StoreError(.closed, "") }

    package func holding(_ id: HoldingID) throws(StoreError) -> StoredHolding? { throw StoreError(.closed, "") }

    /// A page in the order of source, account and asset, as bytes: the first `limit` after `last` that `isWanted`.
    ///
    /// Naming the one source that is wanted spares looking at the others.
    package func holdings(
        of source: String? = nil, after last: HoldingID? = nil, limit: Int, where isWanted: (StoredHolding) -> Bool
    ) throws(StoreError) -> [StoredHolding] {
        throw StoreError(.closed, "")
    }
}
