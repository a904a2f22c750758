import SQLite
import WalletCore

/// A purpose as its columns say it.
extension CashOutPurpose {
    private enum Word: String {
        case rule
        case person
    }

    /// On whose behalf, and the codes of the risks that a person takes, between spaces.
    var columns: (word: String, accepting: String?) {
        switch self {
        case .rule: (Word.rule.rawValue, nil)
        case .person(let codes): (Word.person.rawValue, codes.map(\.rawValue).sorted().joined(separator: " "))
        }
    }

    init(_ row: borrowing Row, from column: Int) throws(SQLiteError) {
        let word: Word = try row.word(column)
        switch word {
        case .rule: self = .rule
        case .person:
            var accepting: Set<CashOutReason.Code> = []
            for text in (row.optionalText(column + 1) ?? "").split(separator: " ") {
                guard let code = CashOutReason.Code(rawValue: String(text)) else {
                    throw row.corruption("a risk that a person takes is none")
                }
                accepting.insert(code)
            }
            self = .person(accepting: accepting)
        }
    }
}
