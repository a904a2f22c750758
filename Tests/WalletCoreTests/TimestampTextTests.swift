import Testing
import WalletCore
import WalletTestSupport

@Suite struct TimestampTextTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0, nil),
            ("2026-11-22T10:00:00Z", 1_795_341_600_000, nil),
            ("2026-11-22t10:00:00z", 1_795_341_600_000, "2026-11-22T10:00:00Z"),
            ("2026-11-22T19:00:00+09:00", 1_795_341_600_000, "2026-11-22T10:00:00Z"),
            ("2026-11-21T23:30:00-10:30", 1_795_341_600_000, "2026-11-22T10:00:00Z"),
            ("2026-11-22T10:00:00-00:00", 1_795_341_600_000, "2026-11-22T10:00:00Z"),
            ("2026-11-22T10:00:00.5Z", 1_795_341_600_500, "2026-11-22T10:00:00.500Z"),
            ("2026-11-22T10:00:00.123Z", 1_795_341_600_123, nil),
            ("2026-11-22T10:00:00.05Z", 1_795_341_600_050, "2026-11-22T10:00:00.050Z"),
            ("2026-11-22T10:00:00.123999999Z", 1_795_341_600_123, "2026-11-22T10:00:00.123Z"),
            ("2026-11-22T10:00:00.000999Z", 1_795_341_600_000, "2026-11-22T10:00:00Z"),
            ("1969-12-31T23:59:59.9999Z", -1, "1969-12-31T23:59:59.999Z"),
            ("2024-02-29T23:59:59Z", 1_709_251_199_000, nil),
            ("0000-01-01T00:00:00Z", -62_167_219_200_000, nil),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999, nil),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000, "2017-01-01T00:00:00Z"),
            ("2017-01-01T08:59:60.25+09:00", 1_483_228_800_250, "2017-01-01T00:00:00.250Z"),
        ] as [(String, Int64, String?)])
    func `a time is read and shown in UTC`(text: String, milliseconds: Int64, shown: String?) throws {
        let instant = try Timestamp.parse(text)
        #expect(instant.milliseconds == milliseconds)
        #expect(instant.description == shown ?? text)
    }

    @Test(
        arguments: [
            "", "2026", "2026-11-22", "2026-11-22 10:00:00Z", "2026-11-22T10:00Z", "2026-11-22T10:00:00.Z",
            "2026-11-22T10:00:00.1234567890Z", "2026-11-22T10:00:00,5Z", "2026-11-22T10:00:00+0900",
            "2026-11-22T10:00:00+09", "2026-11-22T10:00:00Z ", " 2026-11-22T10:00:00Z", "26-11-22T10:00:00Z",
            "2026-1-22T10:00:00Z", "+2026-11-22T10:00:00Z", "2026-11-22T10:00:00ZZ", "20261122T100000Z",
            "２０26-11-22T10:00:00Z", "2026-11-22T10:00:00Z\u{0}", "1795341600",
        ])
    func `what RFC 3339 does not write is refused`(text: String) {
        #expect(throws: TimeTextError.timestamp(SafeText.excerpt(text))) { try Timestamp.parse(text) }
    }

    @Test(arguments: ["2026-11-22T10:00:00", "2026-11-22T10:00:00.5"])
    func `a time without an offset is no instant`(text: String) {
        #expect(throws: TimeTextError.noOffset(text)) { try Timestamp.parse(text) }
    }

    @Test(
        arguments: [
            "2026-02-29T10:00:00Z", "1900-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-00-01T10:00:00Z",
            "2026-04-31T10:00:00Z", "2026-04-00T10:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z",
            "2026-11-22T10:00:61Z", "2026-11-22T10:00:00+24:00", "2026-11-22T10:00:00+09:60",
            "2026-11-22T10:00:60Z", "2026-12-31T22:59:60Z", "2026-12-30T23:59:60Z", "2026-12-31T23:59:60+09:00",
            "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        ])
    func `a time that does not exist is refused`(text: String) {
        #expect(throws: TimeTextError.doesNotExist(text)) { try Timestamp.parse(text) }
    }

    @Test func `instants beyond four-digit years are shown as the nearest that can be written`() {
        #expect(Timestamp(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp(milliseconds: .min).description == "0000-01-01T00:00:00Z")
    }

    @Test func `every instant is read back as it was shown`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let instant = Timestamp(
                milliseconds: Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random))
            #expect(try Timestamp.parse(instant.description) == instant)
        }
    }
}
