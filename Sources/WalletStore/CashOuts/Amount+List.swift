import SQLite
import WalletCore

extension [Amount] {
    private static let separator = ", "

    /// Each with its asset: `50000 SAT, 34500 KRW`.
    var amountsColumn: String { map(\.description).joined(separator: Self.separator) }

    /// Reads what ``amountsColumn`` wrote.
    init?(amountsColumn text: String) {
        self = []
        for part in text.split(separator: ",") {
            guard let amount = Amount(stored: String(part.drop { $0 == " " })) else { return nil }
            append(amount)
        }
    }
}

extension Row {
    func amounts(_ column: Int) throws(SQLiteError) -> [Amount] {
        guard let amounts = [Amount](amountsColumn: text(column)) else {
            throw corruption("column \(column) holds no amounts")
        }
        return amounts
    }
}
