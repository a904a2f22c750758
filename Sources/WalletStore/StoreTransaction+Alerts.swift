package import WalletCore

extension StoreTransaction {
    /// The states on a source and its holdings, by rule, account and asset. Inactive ones without due instant have none.
    package func alerts(onSource source: String) throws(StoreError) -> [StoredAlert] { throw StoreError(.closed, "") }

    /// The states of a rule, by source, account and asset.
    package func alerts(ofRule rule: String) throws(StoreError) -> [StoredAlert] { throw StoreError(.closed, "") }

    /// States whose due instant is not after `instant`, earliest first, at most `limit`.
    package func alerts(dueBy instant: Timestamp, limit: Int) throws(StoreError) -> [StoredAlert] {
        throw StoreError(.closed, "")
    }

    /// Pending and firing states by rule, source, account and asset, at most `limit` after `last`.
    package func activeAlerts(
        after last: (rule: String, subject: AlertSubject)? = nil, limit: Int
    ) throws(StoreError) -> [StoredAlert] {
        throw StoreError(.closed, "")
    }

    package func alert(rule: String, subject: AlertSubject) throws(StoreError) -> StoredAlert? {
        throw StoreError(.closed, "")
    }

    /// Firing states whose id begins with `prefix`, at most `limit`.
    package func alerts(idPrefix prefix: String, limit: Int) throws(StoreError) -> [StoredAlert] {
        throw StoreError(.closed, "")
    }

    /// The earliest due instant.
    package func nextDue() throws(StoreError) -> Timestamp? { throw StoreError(.closed, "") }

    /// By name.
    package func rules() throws(StoreError) -> [StoredRule] { throw StoreError(.closed, "") }

    package func alertCounts() throws(StoreError) -> AlertCounts { throw StoreError(.closed, "") }
}

/// How many alerts there are in each state that is shown.
package struct AlertCounts: Equatable, Sendable {
    package var pending = 0
    package var firing = 0
}
