import SQLite
import WalletCore

extension StoreTransaction {
    /// The first `limit` postings after `place`, or of all, in their order.
    package func postings(
        after place: StoredPosting.Place? = nil, limit: Int
    ) throws(StoreError) -> [StoredPosting] {
        try database.query(
            """
            SELECT \(StoredPosting.columns) FROM posting JOIN cashout ON cashout.number = posting.cashout
            WHERE (posting.cashout, ordinal) > (?, ?) ORDER BY posting.cashout, ordinal LIMIT ?
            """,
            place?.cashOut ?? .min, place?.ordinal ?? .min, limit, read: StoredPosting.init)
    }

    package func postings(of cashOut: StoredCashOut) throws(StoreError) -> [StoredPosting] {
        try database.query(
            """
            SELECT \(StoredPosting.columns) FROM posting JOIN cashout ON cashout.number = posting.cashout
            WHERE posting.cashout = ? ORDER BY ordinal
            """,
            cashOut.number, read: StoredPosting.init)
    }
}

extension StoredPosting {
    fileprivate static let columns = "posting.cashout, ordinal, id, at, account, name, amount"

    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        place = Place(cashOut: row.int64(0), ordinal: row.int64(1))
        cashOut = row.text(2)
        at = row.timestamp(3)
        posting = Posting(try LedgerAccount(row, from: 4), try row.amount(6))
    }
}
