import FoundationEssentials
import TOML

/// A value as toml-test writes it in JSON: leaves are objects of a `type` and a `value`, both strings.
indirect enum TaggedValue: Decodable {
    case leaf(type: String, value: String)
    case array([TaggedValue])
    case table([String: TaggedValue])

    private struct Leaf: Decodable {
        let type: String
        let value: String
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let leaf = try? container.decode(Leaf.self) {  // not a leaf: one of the other two
            self = .leaf(type: leaf.type, value: leaf.value)
        } else if let array = try? container.decode([TaggedValue].self) {  // not an array: a table
            self = .array(array)
        } else {
            self = .table(try container.decode([String: TaggedValue].self))
        }
    }

    func matches(_ value: TOMLValue) -> Bool {
        switch (self, value.kind) {
        case (.leaf(let type, let expected), let kind):
            guard let (foundType, found) = Self.leaf(kind) else { return false }
            return type == foundType && Self.agree(type, expected, found)
        case (.array(let expected), .array(let found)):
            return expected.count == found.count && zip(expected, found).allSatisfy { $0.matches($1) }
        case (.table, .table(let found)):
            return matches(found)
        case (.array, _), (.table, _):
            return false
        }
    }

    func matches(_ table: TOMLTable) -> Bool {
        guard case .table(let expected) = self, expected.count == table.members.count else { return false }
        return table.members.allSatisfy { expected[$0.key]?.matches($0.value) ?? false }
    }

    private static func agree(_ type: String, _ expected: String, _ found: String) -> Bool {
        switch type {
        case "float":
            guard let expected = Double(expected), let found = Double(found) else { return false }
            return expected == found && expected.sign == found.sign || expected.isNaN && found.isNaN
        case "datetime", "datetime-local", "time-local":
            return withoutTrailingZeros(expected) == found
        default:
            return expected.unicodeScalars.elementsEqual(found.unicodeScalars)
        }
    }

    /// The type that toml-test gives a leaf, and its text.
    private static func leaf(_ kind: TOMLKind) -> (type: String, text: String)? {
        switch kind {
        case .string(let string): ("string", string)
        case .integer(let integer): ("integer", "\(integer)")
        case .float(let text): ("float", text)
        case .boolean(let boolean): ("bool", "\(boolean)")
        case .offsetDateTime(let dateTime, let minutes): ("datetime", text(dateTime) + offset(minutes))
        case .localDateTime(let dateTime): ("datetime-local", text(dateTime))
        case .localDate(let date): ("date-local", text(date))
        case .localTime(let time): ("time-local", text(time))
        case .array, .table: nil
        }
    }

    private static func text(_ dateTime: TOMLDateTime) -> String { text(dateTime.date) + "T" + text(dateTime.time) }

    private static func text(_ date: TOMLDate) -> String {
        "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    private static func text(_ time: TOMLTime) -> String {
        let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
        return time.nanosecond == 0 ? clock : withoutTrailingZeros("\(clock).\(padded(time.nanosecond, 9))")
    }

    private static func offset(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return "\(minutes < 0 ? "-" : "+")\(padded(size / 60, 2)):\(padded(size % 60, 2))"
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Cuts the zeros that end the fraction of a second.
    private static func withoutTrailingZeros(_ time: String) -> String {
        guard let point = time.firstIndex(of: ".") else { return time }
        let fraction = time[point...].prefix { $0 == "." || $0.isNumber }
        let kept = fraction.reversed().drop { $0 == "0" }.reversed()
        return time[..<point] + (kept.count > 1 ? String(kept) : "") + time[fraction.endIndex...]
    }
}
