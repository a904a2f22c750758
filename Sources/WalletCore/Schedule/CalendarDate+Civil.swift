/// Year, month and day.
///
/// Both ways count in years that begin on 1 March, so that the leap day is the last of its year and months have the
/// lengths 31 30 31 30 31, again and again: month m begins on day (153 m + 2) / 5. A count begins on 1 March of the
/// year −400, before every day that has a four-digit year.
extension CalendarDate {
    /// Four-digit years, as RFC 3339 and TOML write them.
    package static let years = 0...9999
    /// 0000-01-01.
    static let first = CalendarDate(daysSinceEpoch: -719_528)
    /// 9999-12-31.
    static let last = CalendarDate(daysSinceEpoch: 2_932_896)

    /// From 1 March of the year −400 to 1970-01-01.
    private static let daysToEpoch = 865_565
    private static let daysIn400Years = 146_097
    private static let daysIn100Years = 36_524
    private static let daysIn4Years = 1461
    private static let daysInYear = 365

    /// `nil` where there is no such day, or the year has not four digits.
    package init?(year: Int, month: Int, day: Int) {
        guard CalendarDate.years.contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.length(ofMonth: month, year: year)
        else { return nil }
        let marchYear = year + (month < 3 ? 399 : 400)
        let marchMonth = (month + 9) % 12
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        daysSinceEpoch = marchYear * CalendarDate.daysInYear + leapDays + dayOfYear - CalendarDate.daysToEpoch
    }

    /// Year, month (1 to 12) and day (from 1). A day outside of the four-digit years gives the nearest one inside.
    package var components: (year: Int, month: Int, day: Int) {
        var rest = min(max(self, .first), .last).daysSinceEpoch + CalendarDate.daysToEpoch
        let cycles = rest / CalendarDate.daysIn400Years
        rest %= CalendarDate.daysIn400Years
        // The last century and the last year of a cycle are a day longer.
        let centuries = min(rest / CalendarDate.daysIn100Years, 3)
        rest -= centuries * CalendarDate.daysIn100Years
        let fours = rest / CalendarDate.daysIn4Years
        rest %= CalendarDate.daysIn4Years
        let ones = min(rest / CalendarDate.daysInYear, 3)
        rest -= ones * CalendarDate.daysInYear
        let marchMonth = (5 * rest + 2) / 153
        let day = rest - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let marchYear = cycles * 400 + centuries * 100 + fours * 4 + ones - 400
        return (marchMonth < 10 ? marchYear : marchYear + 1, month, day)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
