/// What a value is, with its content.
package enum TOMLKind: Sendable {
    case string(String)
    case integer(Int64)
    /// As written but for underscores: `3.14`, `-1e6`, `+inf`, `nan`.
    case float(text: String)
    case boolean(Bool)
    /// The offset is in minutes east of UTC; `-00:00`, an unknown offset in RFC 3339, is 0.
    case offsetDateTime(TOMLDateTime, offsetMinutes: Int)
    case localDateTime(TOMLDateTime)
    case localDate(TOMLDate)
    case localTime(TOMLTime)
    case array([TOMLValue])
    case table(TOMLTable)

    /// The kind with its article, for a sentence: "a string", "an array".
    package var noun: String {
        switch self {
        case .string: "a string"
        case .integer: "an integer"
        case .float: "a float"
        case .boolean: "a boolean"
        case .offsetDateTime, .localDateTime: "a date-time"
        case .localDate: "a date"
        case .localTime: "a time"
        case .array: "an array"
        case .table: "a table"
        }
    }
}
