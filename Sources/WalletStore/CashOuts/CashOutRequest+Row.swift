import SQLite
import WalletCore

extension CashOutRequest {
    static let columns = """
        reference, key, key_boot, key_until, timeout, reversal_window, promise, prepared_at, price_until,
        credentials
        """

    /// `nil`: it is not prepared yet.
    init?(_ row: borrowing Row, from column: Int) throws(SQLiteError) {
        guard let reference = row.optionalText(column) else { return nil }
        let word: KeyWord = try row.word(column + 1)
        let key: KeyExpiry
        switch (word, row.bootTime(column + 2)) {
        case (.singleUse, nil): key = .singleUse
        case (.until, let end?): key = .until(end)
        case (.unlimited, nil): key = .unlimited
        case (.singleUse, _), (.until, _), (.unlimited, _): throw row.corruption("a request's key makes no sense")
        }
        self.init(
            reference: reference, key: key, promise: try row.value(column + 6),
            timeout: .milliseconds(row.int64(column + 4)), reversalWindow: .milliseconds(row.int64(column + 5)))
        preparedAt = row.timestamp(column + 7)
        priceExpires = row.optionalTimestamp(column + 8)
        credentials = row.optionalText(column + 9)
    }
}
