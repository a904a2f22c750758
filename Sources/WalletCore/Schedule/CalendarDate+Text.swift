extension CalendarDate {
    /// Reads `YYYY-MM-DD`.
    package static func parse(_ text: String) throws(TimeTextError) -> CalendarDate {
        var scanner = TextScanner(text)
        guard let (year, month, day) = scanner.yearMonthDay(), scanner.isAtEnd else {
            throw .date(SafeText.excerpt(text))
        }
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            throw .doesNotExist(SafeText.excerpt(text))
        }
        return date
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `YYYY-MM-DD`; a day outside of the four-digit years is shown as the nearest one inside.
    package var description: String {
        var text = FixedWidthText()
        text.append(self)
        return text.string
    }
}

extension TextScanner {
    /// Takes `YYYY-MM-DD`, which need not exist.
    mutating func yearMonthDay() -> (year: Int, month: Int, day: Int)? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
            let day = number(digits: 2)
        else { return nil }
        return (year, month, day)
    }
}
