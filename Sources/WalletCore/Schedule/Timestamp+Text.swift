extension Timestamp {
    static let millisecondsPerDay: Int64 = 86_400_000
    /// The first and last instants that RFC 3339 can write.
    private static let firstWritten = CalendarDate.first.start
    private static let lastWritten = CalendarDate.last.start + .milliseconds(millisecondsPerDay - 1)

    /// Reads a time of RFC 3339, with `Z` or an offset (also in lower case).
    ///
    /// A fraction has one to nine digits; what is smaller than a millisecond is cut. A leap second, allowed where one
    /// may be (the end of a month in UTC), counts as the second after it, as POSIX time has it.
    package static func parse(_ text: String) throws(TimeTextError) -> Timestamp {
        var scanner = TextScanner(text)
        guard let (year, month, day) = scanner.yearMonthDay(), scanner.take("T") || scanner.take("t"),
            let time = scanner.timeOfDay()
        else {
            throw .timestamp(SafeText.excerpt(text))
        }
        guard !scanner.isAtEnd else {
            throw .noOffset(SafeText.excerpt(text))
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else {
            throw .timestamp(SafeText.excerpt(text))
        }
        guard let date = CalendarDate(year: year, month: month, day: day), time.exists, offset.exists else {
            throw .doesNotExist(SafeText.excerpt(text))
        }
        let milliseconds = date.start.milliseconds + time.milliseconds - offset.milliseconds
        let instant = Timestamp(milliseconds: milliseconds)
        guard (firstWritten...lastWritten).contains(instant), time.second < 60 || instant.mayFollowLeapSecond else {
            throw .doesNotExist(SafeText.excerpt(text))
        }
        return instant
    }

    /// Whether the instant lies in the first second of a month in UTC.
    private var mayFollowLeapSecond: Bool {
        let date = CalendarDate(self)
        return date.components.day == 1 && milliseconds - date.start.milliseconds < 1000
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC, with milliseconds only where there are any: `2026-11-22T10:00:00Z`, `2026-11-22T10:00:00.120Z`.
    /// An instant outside of the years 0000 to 9999 is shown as the nearest one inside.
    package var description: String {
        let instant = min(max(self, Timestamp.firstWritten), Timestamp.lastWritten)
        let date = CalendarDate(instant)
        let (seconds, milliseconds) = Int(instant.milliseconds - date.start.milliseconds)
            .quotientAndRemainder(dividingBy: 1000)
        var text = FixedWidthText()
        text.append(date)
        text.append("T")
        text.append(seconds / 3600, width: 2)
        text.append(":")
        text.append(seconds / 60 % 60, width: 2)
        text.append(":")
        text.append(seconds % 60, width: 2)
        if milliseconds > 0 {
            text.append(".")
            text.append(milliseconds, width: 3)
        }
        text.append("Z")
        return text.string
    }
}

/// A time of day as written.
private struct TimeOfDay {
    let hour: Int
    let minute: Int
    let second: Int
    let fraction: Int

    var exists: Bool { hour < 24 && minute < 60 && second <= 60 }

    var milliseconds: Int64 { Int64((hour * 60 + minute) * 60 + second) * 1000 + Int64(fraction) }
}

/// An offset from UTC as written.
private struct Offset {
    let sign: Int
    let hour: Int
    let minute: Int

    var exists: Bool { hour < 24 && minute < 60 }

    var milliseconds: Int64 { Int64(sign * (hour * 60 + minute)) * 60_000 }
}

extension TextScanner {
    fileprivate mutating func timeOfDay() -> TimeOfDay? {
        guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"),
            let second = number(digits: 2)
        else { return nil }
        guard take(".") else { return TimeOfDay(hour: hour, minute: minute, second: second, fraction: 0) }
        guard let fraction = fractionInMilliseconds() else { return nil }
        return TimeOfDay(hour: hour, minute: minute, second: second, fraction: fraction)
    }

    /// Takes one to nine digits and cuts them after the third.
    private mutating func fractionInMilliseconds() -> Int? {
        var places = 0
        var milliseconds = 0
        while places < 9, let digit = number(digits: 1) {
            if places < 3 { milliseconds = milliseconds * 10 + digit }
            places += 1
        }
        guard places > 0 else { return nil }
        for _ in min(places, 3)..<3 { milliseconds *= 10 }
        return milliseconds
    }

    fileprivate mutating func offset() -> Offset? {
        if take("Z") || take("z") { return Offset(sign: 1, hour: 0, minute: 0) }
        let sign: Int
        if take("+") {
            sign = 1
        } else if take("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2) else { return nil }
        return Offset(sign: sign, hour: hour, minute: minute)
    }
}
