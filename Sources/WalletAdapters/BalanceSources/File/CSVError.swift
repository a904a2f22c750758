/// Why bytes are not such a table.
struct CSVError: Error, Equatable, CustomStringConvertible {
    enum Code {
        case notUTF8
        case strayQuote
        case textAfterQuote
        case openQuote
        case carriageReturn
    }

    let code: Code
    let line: Int?

    init(_ code: Code, line: Int?) {
        self.code = code
        self.line = line
    }

    var description: String {
        let place = line.map { "line \($0): " } ?? ""
        return switch code {
        case .notUTF8: "\(place)not UTF-8"
        case .strayQuote: "\(place)a quote within a field that does not begin with one"
        case .textAfterQuote: "\(place)text between a closing quote and the next comma"
        case .openQuote: "\(place)a quote is not closed"
        case .carriageReturn: "\(place)a carriage return without a line feed"
        }
    }
}
