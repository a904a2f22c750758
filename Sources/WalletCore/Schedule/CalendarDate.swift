/// A day of the proleptic Gregorian calendar (ISO 8601), without a zone.
package struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let daysSinceEpoch: Int

    package init(daysSinceEpoch: Int) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// The day in UTC on which the instant lies.
    package init(_ instant: Timestamp) {
        let milliseconds = instant.milliseconds
        let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: Timestamp.millisecondsPerDay)
        daysSinceEpoch = Int(rest < 0 ? days - 1 : days)
    }

    /// The first instant of the day in UTC; the far ends of time saturate.
    package var start: Timestamp {
        let (milliseconds, overflow) = Int64(daysSinceEpoch)
            .multipliedReportingOverflow(by: Timestamp.millisecondsPerDay)
        return Timestamp(milliseconds: overflow ? (daysSinceEpoch < 0 ? .min : .max) : milliseconds)
    }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }
}
