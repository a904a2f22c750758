import SQLite
import WalletCore

extension WriteTransaction {
    /// Refuses what does not sum to zero for each asset.
    func add(_ postings: [Posting], of cashOut: StoredCashOut) throws(StoreError) {
        guard postings.isEven else { throw database.refused("postings of \(cashOut.cashOut.id) do not sum to zero") }
        for posting in postings {
            let (account, name) = posting.account.columns
            try database.run(
                """
                INSERT INTO posting (cashout, ordinal, at, account, name, amount)
                VALUES (?1, (SELECT coalesce(max(ordinal) + 1, 0) FROM posting WHERE cashout = ?1), ?2, ?3, ?4, ?5)
                """,
                cashOut.number, now, account, name, posting.amount.description)
        }
    }
}

extension [Posting] {
    fileprivate var isEven: Bool {
        var sums: [Asset: Int128] = [:]
        for posting in self {
            let (sum, overflow) = sums[posting.amount.asset, default: 0]
                .addingReportingOverflow(posting.amount.units)
            guard !overflow else { return false }
            sums[posting.amount.asset] = sum
        }
        return sums.values.allSatisfy { $0 == 0 }
    }
}
