import TOML

/// Writes dates and times as RFC 3339 does.
enum CalendarText {
    static func digits(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
    }

    static func offset(minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
        return "\(minutes < 0 ? "-" : "+")\(digits(Int(hours), 2)):\(digits(Int(rest), 2))"
    }
}

extension TOMLDate {
    var text: String {
        "\(CalendarText.digits(year, 4))-\(CalendarText.digits(month, 2))-\(CalendarText.digits(day, 2))"
    }
}

extension TOMLTime {
    /// With as many digits of the second's fraction as say something.
    var text: String {
        let parts = [hour, minute, second].map { CalendarText.digits($0, 2) }.joined(separator: ":")
        guard nanosecond != 0 else { return parts }
        let fraction = CalendarText.digits(nanosecond, 9)
        return "\(parts).\(fraction[...].trimmingZeros)"
    }
}

extension TOMLDateTime {
    var text: String { "\(date.text)T\(time.text)" }
}

extension Substring {
    fileprivate var trimmingZeros: Substring {
        lastIndex { $0 != "0" }.map { self[...$0] } ?? ""
    }
}
