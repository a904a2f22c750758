package import SQLite
import WalletCore

extension Row {
    func timestamp(_ column: Int) -> Timestamp { Timestamp(milliseconds: int64(column)) }

    func optionalTimestamp(_ column: Int) -> Timestamp? {
        optionalInt64(column).map(Timestamp.init(milliseconds:))
    }

    /// The boot, and the milliseconds since then in the next column.
    func bootTime(_ column: Int) -> BootTime? {
        optionalText(column).map { BootTime(boot: $0, elapsed: .milliseconds(int64(column + 1))) }
    }

    func date(_ column: Int) throws(SQLiteError) -> CalendarDate {
        do {
            return try CalendarDate.parse(text(column))
        } catch {
            throw corruption("column \(column) holds no date")
        }
    }

    func word<Word: RawRepresentable<String>>(_ column: Int) throws(SQLiteError) -> Word {
        guard let word = Word(rawValue: text(column)) else { throw corruption("column \(column) holds no known word") }
        return word
    }

    /// A decimal text, and the asset's code from elsewhere; its scale is the number of digits after the point.
    func amount(_ column: Int, of code: String) throws(SQLiteError) -> Amount {
        guard let amount = Amount(stored: text(column), code: code) else {
            throw corruption("column \(column) holds no amount")
        }
        return amount
    }

    /// Available and total, which is NULL where it is equal.
    func balance(_ column: Int, of code: String) throws(SQLiteError) -> Holding.KnownBalance {
        let available = try amount(column, of: code)
        guard optionalText(column + 1) != nil else {
            return Holding.KnownBalance(available: available, total: available)
        }
        return Holding.KnownBalance(available: available, total: try amount(column + 1, of: code))
    }

    /// A decimal text followed by the asset's code.
    func optionalAmount(_ column: Int) throws(SQLiteError) -> Amount? {
        guard optionalText(column) != nil else { return nil }
        return try amount(column)
    }

    /// A decimal text followed by the asset's code.
    func amount(_ column: Int) throws(SQLiteError) -> Amount {
        guard let amount = Amount(stored: text(column)) else { throw corruption("column \(column) holds no amount") }
        return amount
    }
}

extension Timestamp: Bindable {
    package var boundValue: BoundValue { .integer(milliseconds) }
}
