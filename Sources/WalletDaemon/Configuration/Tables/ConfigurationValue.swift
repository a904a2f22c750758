import TOML

/// A value as written, with all tables merged.
enum ConfigurationValue {
    case text(String)
    case integer(Int64)
    case float
    case flag(Bool)
    /// A date, a time or both, as RFC 3339 writes it.
    case calendar(String, noun: String)
    case list([ConfigurationValue])
    case table(MergedTable)

    /// With its article, for a sentence.
    var noun: String {
        switch self {
        case .text: "a string"
        case .integer: "an integer"
        case .float: "a float"
        case .flag: "true or false"
        case .calendar(_, let noun): noun
        case .list: "a list"
        case .table: "a table"
        }
    }
}

extension ConfigurationValue {
    /// A value that stands in one file, tables in it included.
    init(_ value: TOMLValue, at place: Place, findings: Findings) {
        self =
            switch value.kind {
            case .string(let text): .text(text)
            case .integer(let integer): .integer(integer)
            case .float: .float
            case .boolean(let flag): .flag(flag)
            case .offsetDateTime(let moment, let offset):
                .calendar("\(moment.text)\(CalendarText.offset(minutes: offset))", noun: value.kind.noun)
            case .localDateTime(let moment): .calendar(moment.text, noun: value.kind.noun)
            case .localDate(let date): .calendar(date.text, noun: value.kind.noun)
            case .localTime(let time): .calendar(time.text, noun: value.kind.noun)
            case .array(let elements):
                .list(elements.map { ConfigurationValue($0, at: place, findings: findings) })
            case .table(let table):
                .table(MergedTable([Layer(place.fileNumber, place.file, table)], named: [], findings: findings))
            }
    }
}
