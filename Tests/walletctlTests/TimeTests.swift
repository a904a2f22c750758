import Testing

@testable import walletctl

@Suite struct `A time` {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-22T10:00:05Z", 1_795_341_605_000),
            ("2026-11-22T10:00:05.25Z", 1_795_341_605_250), ("2024-02-29T23:59:59.999999Z", 1_709_251_199_999),
            ("1969-12-31T23:59:59Z", -1_000), ("2100-03-01T00:00:00Z", 4_107_542_400_000),
        ] as [(String, Int64)])
    func `of the API is read`(text: String, milliseconds: Int64) {
        #expect(Instant(text)?.millisecondsSinceEpoch == milliseconds)
    }

    @Test(arguments: [
        "", "2026-11-22", "2026-11-22T10:00:05", "2026-11-22 10:00:05Z", "2026-02-29T10:00:05Z", "2026-13-01T10:00:05Z",
        "2026-11-22T10:00:05.Z", "2026-11-22T1a:00:05Z", "2026-11-22T10:00:05+02:00", "+026-11-22T10:00:05Z",
    ])
    func `in another form is not`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `is labelled by its day or its minute`() throws {
        let instant = try #require(Instant("2026-03-07T09:05:59Z"))
        #expect(instant.dayText == "2026-03-07")
        #expect(instant.minuteText == "03-07 09:05")
        #expect(instant.secondText == "09:05:59")
        #expect(try #require(Instant("1969-12-31T23:59:59Z")).minuteText == "12-31 23:59")
    }

    @Test func `of any day of eight centuries reads as it is written`() {
        let days = stride(from: Int64(-146_097), to: 146_097, by: 11)
        #expect(days.allSatisfy { CivilDay(CivilDay(daysSinceEpoch: $0).text)?.daysSinceEpoch == $0 })
    }

    @Test(arguments: ["90s", "15m", "6h", "30d", "1w", "2026-11-22", "2026-11-22T10:00:00Z"])
    func `on the command line is a duration, a day or an instant`(text: String) {
        #expect(TimeReference(argument: text)?.text == text)
    }

    @Test(arguments: ["", "d", "0d", "-1d", "+1d", "1.5d", "1y", "now", "10", "2026-11-31", "1 d"])
    func `in any other words is not understood`(text: String) {
        #expect(TimeReference(argument: text) == nil)
    }
}
