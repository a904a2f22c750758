import TOML

/// A document as one line of ASCII that two readers can be compared by: strings in hexadecimal, floats by their bits.
enum CanonicalText {
    static func of(_ table: TOMLTable) -> String {
        "{" + table.members.map { hex($0.key) + "=" + of($0.value) }.joined(separator: ",") + "}"
    }

    static func of(_ value: TOMLValue) -> String {
        switch value.kind {
        case .string(let string): "s" + hex(string)
        case .integer(let integer): "i\(integer)"
        case .float(let text): "f" + bits(text)
        case .boolean(let boolean): boolean ? "true" : "false"
        case .offsetDateTime(let dateTime, let minutes): of(dateTime) + "o\(minutes)"
        case .localDateTime(let dateTime): of(dateTime)
        case .localDate(let date): of(date)
        case .localTime(let time): of(time)
        case .array(let elements): "[" + elements.map(of).joined(separator: ",") + "]"
        case .table(let table): of(table)
        }
    }

    private static func of(_ dateTime: TOMLDateTime) -> String { of(dateTime.date) + of(dateTime.time) }

    private static func of(_ date: TOMLDate) -> String { "d\(date.year)-\(date.month)-\(date.day)" }

    private static func of(_ time: TOMLTime) -> String {
        "t\(time.hour):\(time.minute):\(time.second).\(time.nanosecond / 1000)"
    }

    private static func bits(_ text: String) -> String {
        guard let float = Double(text) else { return "unreadable" }
        return float.isNaN ? "nan" : String(float.bitPattern, radix: 16)
    }

    private static func hex(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
