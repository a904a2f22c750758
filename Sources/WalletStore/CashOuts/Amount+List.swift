import SQLite
import WalletCore

extension [Amount] {
    private static let separator = ", "

    /// Each with its asset: `50000 SAT, 34500 KRW`.
    var amountsColumn: String { map(\.description).joined(separator: Self.separator) }

    /// Reads what ``amountsColumn`` wrote, in one pass: of charges there are many.
    init?(amountsColumn text: String) {
        self = []
        let bytes = text.utf8.span
        var start = 0
        while start < bytes.count {
            guard let space = bytes.first(of: UInt8(ascii: " "), from: start) else { return nil }
            let end = bytes.first(of: UInt8(ascii: ","), from: space) ?? bytes.count
            let code = String(decoding: text.utf8.dropFirst(space + 1).prefix(end - space - 1), as: UTF8.self)
            guard let amount = Amount(stored: bytes.extracting(start..<space), code: code) else { return nil }
            append(amount)
            guard end < bytes.count else { return }
            start = end + [Amount].separator.utf8.count
            guard start < bytes.count, bytes[end + 1] == UInt8(ascii: " ") else { return nil }
        }
    }
}

extension Span<UInt8> {
    fileprivate func first(of byte: UInt8, from start: Int) -> Int? {
        for index in start..<count where self[index] == byte { return index }
        return nil
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
