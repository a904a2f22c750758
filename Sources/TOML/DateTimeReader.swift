/// Reads dates and times as RFC 3339 writes them.
enum DateTimeReader {
    /// Reads a word that starts like a date or a time.
    static func read(_ word: ArraySlice<UInt8>) throws(ScalarFault) -> TOMLKind {
        var rest = word
        guard word.dropFirst(2).first != .colon else {
            let time = try takeTime(from: &rest)
            try checkEmpty(rest)
            return .localTime(time)
        }
        let date = try takeDate(from: &rest)
        guard let separator = rest.popFirst() else { return .localDate(date) }
        guard separator == .space || separator | 0x20 == UInt8(ascii: "t") else { throw malformed }
        let dateTime = TOMLDateTime(date: date, time: try takeTime(from: &rest))
        guard !rest.isEmpty else { return .localDateTime(dateTime) }
        let offset = try takeOffset(from: &rest)
        try checkEmpty(rest)
        return .offsetDateTime(dateTime, offsetMinutes: offset)
    }

    /// A form that is no date or time at all.
    private static let malformed = invalid("is not a valid date or time")

    private static func invalid(_ reason: String) -> ScalarFault {
        ScalarFault(code: .invalidDateTime, reason: reason)
    }

    private static func checkEmpty(_ rest: ArraySlice<UInt8>) throws(ScalarFault) {
        guard rest.isEmpty else { throw malformed }
    }

    private static func takeDate(from rest: inout ArraySlice<UInt8>) throws(ScalarFault) -> TOMLDate {
        let year = try takeNumber(digits: 4, from: &rest)
        try take(.minus, from: &rest)
        let month = try takeNumber(digits: 2, from: &rest)
        try take(.minus, from: &rest)
        let day = try takeNumber(digits: 2, from: &rest)
        guard (1...12).contains(month) else { throw invalid("is not a valid date: months are 01 to 12") }
        let days = days(of: month, in: year)
        guard (1...days).contains(day) else { throw invalid("is not a valid date: that month has days 01 to \(days)") }
        return TOMLDate(year: year, month: month, day: day)
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func takeTime(from rest: inout ArraySlice<UInt8>) throws(ScalarFault) -> TOMLTime {
        let hour = try takeNumber(digits: 2, from: &rest)
        try take(.colon, from: &rest)
        let minute = try takeNumber(digits: 2, from: &rest)
        guard rest.first == .colon else { throw invalid("is not a valid time: it needs seconds") }
        try take(.colon, from: &rest)
        let second = try takeNumber(digits: 2, from: &rest)
        guard hour <= 23, minute <= 59, second <= 60 else {
            throw invalid("is not a valid time: hours end at 23, minutes and seconds at 59")
        }
        return TOMLTime(hour: hour, minute: minute, second: second, nanosecond: try takeNanosecond(from: &rest))
    }

    private static func takeNanosecond(from rest: inout ArraySlice<UInt8>) throws(ScalarFault) -> Int {
        guard rest.first == .period else { return 0 }
        let digits = rest.dropFirst().prefix(while: \.isDigit)
        guard !digits.isEmpty else { throw malformed }
        rest = rest.dropFirst(1 + digits.count)
        let padded = digits.prefix(9) + repeatElement(.zero, count: max(0, 9 - digits.count))
        return padded.reduce(0) { $0 * 10 + Int($1 - .zero) }
    }

    private static func takeOffset(from rest: inout ArraySlice<UInt8>) throws(ScalarFault) -> Int {
        guard let sign = rest.popFirst() else { throw malformed }
        if sign | 0x20 == UInt8(ascii: "z") { return 0 }
        guard sign == .plus || sign == .minus else { throw malformed }
        let hours = try takeNumber(digits: 2, from: &rest)
        try take(.colon, from: &rest)
        let minutes = try takeNumber(digits: 2, from: &rest)
        guard hours <= 23, minutes <= 59 else { throw invalid("has an offset beyond 23:59") }
        return (sign == .minus ? -1 : 1) * (hours * 60 + minutes)
    }

    private static func takeNumber(digits: Int, from rest: inout ArraySlice<UInt8>) throws(ScalarFault) -> Int {
        let taken = rest.prefix(digits)
        guard taken.count == digits, taken.allSatisfy(\.isDigit) else { throw malformed }
        rest = rest.dropFirst(digits)
        return taken.reduce(0) { $0 * 10 + Int($1 - .zero) }
    }

    private static func take(_ byte: UInt8, from rest: inout ArraySlice<UInt8>) throws(ScalarFault) {
        guard rest.popFirst() == byte else { throw malformed }
    }
}
