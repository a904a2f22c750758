import Testing
import WalletCore

@Suite struct CalendarDateTests {
    @Test(
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2026-11-22", 20_779), ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("1900-03-01", -25_508), ("1900-02-28", -25_509), ("0000-01-01", -719_528), ("0000-02-29", -719_469),
            ("9999-12-31", 2_932_896), ("1582-10-10", -141_432),
        ])
    func `a date is a number of days`(text: String, days: Int) throws {
        let date = try CalendarDate.parse(text)
        #expect(date.daysSinceEpoch == days)
        #expect(date.description == text)
    }

    @Test(arguments: ["", "2026-11", "2026-11-22T", "2026/11/22", "20261122", "2026-1-2", " 2026-11-22", "２026-11-22"])
    func `what is not written as a date is refused`(text: String) {
        #expect(throws: TimeTextError.date(SafeText.excerpt(text))) { try CalendarDate.parse(text) }
    }

    @Test(arguments: ["2026-02-29", "2100-02-29", "2026-00-10", "2026-13-10", "2026-06-31", "2026-06-00", "2026-01-32"])
    func `a day that does not exist is refused`(text: String) {
        #expect(throws: TimeTextError.doesNotExist(text)) { try CalendarDate.parse(text) }
    }

    @Test func `each day of four centuries and more follows the one before`() throws {
        var previous = try #require(CalendarDate(year: 1799, month: 12, day: 31))
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for year in 1800...2201 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for (month, length) in zip(1..., lengths) {
                for day in 1...(month == 2 && isLeap ? 29 : length) {
                    let date = try #require(CalendarDate(year: year, month: month, day: day))
                    #expect(date.daysSinceEpoch == previous.daysSinceEpoch + 1)
                    #expect(date.components == (year, month, day))
                    previous = date
                }
            }
        }
    }

    @Test func `every day of the four-digit years reads back as it is shown`() throws {
        for days in stride(from: -719_528, through: 2_932_896, by: 97) {
            let date = CalendarDate(daysSinceEpoch: days)
            #expect(try CalendarDate.parse(date.description) == date)
        }
    }

    @Test(
        arguments: [
            (0, 0), (86_399_999, 0), (86_400_000, 1), (-1, -1), (-86_400_000, -1), (-86_400_001, -2),
        ] as [(Int64, Int)])
    func `an instant lies on a day in UTC`(milliseconds: Int64, days: Int) {
        let date = CalendarDate(Timestamp(milliseconds: milliseconds))
        #expect(date.daysSinceEpoch == days)
        #expect(date.start <= Timestamp(milliseconds: milliseconds))
    }

    @Test func `the ends of time have a day, and days far off have an end`() {
        for instant in [Timestamp(milliseconds: .min), Timestamp(milliseconds: .max)] {
            #expect(CalendarDate(CalendarDate(instant).start + .seconds(1)).daysSinceEpoch != 0)
        }
        #expect(CalendarDate(daysSinceEpoch: .max).start.milliseconds == .max)
        #expect(CalendarDate(daysSinceEpoch: .min).start.milliseconds == .min)
        #expect(CalendarDate(daysSinceEpoch: .max).description == "9999-12-31")
        #expect(CalendarDate(daysSinceEpoch: .min).description == "0000-01-01")
    }
}
