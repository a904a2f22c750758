import SQLite
import WalletCore

extension LedgerAccount {
    private enum Word: String {
        case holding
        case inFlight = "in-flight"
        case destination
        case fee
        case exchange
    }

    /// What it is, and its name where there are several.
    var columns: (account: String, name: String?) {
        switch self {
        case .holding(let id): (Word.holding.rawValue, id.description)
        case .inFlight: (Word.inFlight.rawValue, nil)
        case .destination(let name): (Word.destination.rawValue, name)
        case .fee(let provider): (Word.fee.rawValue, provider)
        case .exchange: (Word.exchange.rawValue, nil)
        }
    }

    /// From two columns.
    init(_ row: borrowing Row, from column: Int) throws(SQLiteError) {
        let word: Word = try row.word(column)
        switch word {
        case .holding:
            guard let id = HoldingID(row.text(column + 1)) else {
                throw row.corruption("column \(column + 1) names no holding")
            }
            self = .holding(id)
        case .inFlight: self = .inFlight
        case .destination: self = .destination(row.text(column + 1))
        case .fee: self = .fee(row.text(column + 1))
        case .exchange: self = .exchange
        }
    }
}
