/// A moment of the API, for placing it on an axis.
struct Instant: Comparable {
    let millisecondsSinceEpoch: Int64

    init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    static func < (left: Instant, right: Instant) -> Bool { left.millisecondsSinceEpoch < right.millisecondsSinceEpoch }
}

extension Instant {
    /// Reads `2026-11-22T10:00:05[.123]Z` (RFC 3339 in UTC, the only form in which the API gives times).
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CivilDay(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Self.number(bytes[11..<13]), let minute = Self.number(bytes[14..<16]),
            let second = Self.number(bytes[17..<19]),
            let milliseconds = Self.milliseconds(bytes[19..<(bytes.count - 1)])
        else { return nil }
        let seconds = day.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second
        self.init(millisecondsSinceEpoch: seconds * 1_000 + milliseconds)
    }

    /// `2026-11-22`
    var dayText: String { day.text }

    /// `11-22 10:00`
    var minuteText: String { "\(day.text.dropFirst(5)) \(secondText.prefix(5))" }

    /// `10:00:05`
    var secondText: String {
        let seconds = (millisecondsSinceEpoch - day.daysSinceEpoch * 86_400_000) / 1_000
        return [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(CivilDay.twoDigits).joined(separator: ":")
    }

    private var day: CivilDay {
        let (days, rest) = millisecondsSinceEpoch.quotientAndRemainder(dividingBy: 86_400_000)
        return CivilDay(daysSinceEpoch: rest < 0 ? days - 1 : days)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int64(String(decoding: digits, as: UTF8.self))
    }

    /// Of a fraction of a second, `.` and digits or nothing; finer digits are left out.
    private static func milliseconds(_ fraction: ArraySlice<UInt8>) -> Int64? {
        guard let point = fraction.first else { return 0 }
        guard point == UInt8(ascii: "."), fraction.count > 1, number(fraction.dropFirst().prefix(9)) != nil else {
            return nil
        }
        let digits = Array(fraction.dropFirst().prefix(3)) + [UInt8(ascii: "0"), UInt8(ascii: "0")]
        return number(digits[..<3])
    }
}
