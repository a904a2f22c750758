import Testing
import WalletCore

@Suite struct DurationTextTests {
    @Test(
        arguments: [
            ("1s", 1, "1s"), ("90s", 90, "90s"), ("15m", 900, "15m"), ("6h", 21_600, "6h"), ("24h", 86_400, "24h"),
            ("1d", 86_400, "24h"), ("30d", 2_592_000, "30d"), ("1w", 604_800, "1w"), ("14d", 1_209_600, "2w"),
            ("5y", 157_680_000, "5y"), ("100y", 3_153_600_000, "100y"), ("3153600000s", 3_153_600_000, "100y"),
            ("48h", 172_800, "2d"), ("60s", 60, "1m"), ("007m", 420, "7m"), ("365d", 31_536_000, "1y"),
        ] as [(String, Int64, String)])
    func `a duration is read, and shown in the longest unit that fits`(
        text: String, seconds: Int64, shown: String
    ) throws {
        let duration = try Duration.parse(text)
        #expect(duration == .seconds(seconds))
        #expect(duration.text == shown)
        #expect(try Duration.parse(shown) == duration)
    }

    @Test(
        arguments: [
            "", "s", "90", "90 s", "-90s", "+90s", "1.5h", "1h30m", "90S", "90ms", "1M", "٩s", "90s\u{0}", "s90",
            "1e3s",
            "9999999999999999999s",
        ])
    func `what is not written as a duration is refused`(text: String) {
        #expect(throws: TimeTextError.duration(SafeText.excerpt(text))) { try Duration.parse(text) }
    }

    @Test(arguments: ["0s", "0d", "101y", "3153600001s", "999999999999999999y"])
    func `nothing and more than a century are out of range`(text: String) {
        let error = #expect(throws: TimeTextError.self) { try Duration.parse(text) }
        #expect(error?.description == "\"\(text)\" is out of range: from 1s to 100y")
    }

    @Test func `a caller's range is checked and shown`() throws {
        let range: ClosedRange<Duration> = .seconds(10)...(.seconds(3600))
        #expect(try Duration.parse("10s", in: range) == .seconds(10))
        #expect(try Duration.parse("1h", in: range) == .seconds(3600))
        #expect(throws: TimeTextError.durationOutOfRange("9s", range)) { try Duration.parse("9s", in: range) }
        #expect(throws: TimeTextError.durationOutOfRange("2h", range)) { try Duration.parse("2h", in: range) }
        #expect(try Duration.parse("0s", in: .zero...(.seconds(1))) == .zero)
    }

    @Test(
        arguments: [
            (.zero, "0s"), (.milliseconds(999), "0s"), (.milliseconds(1500), "1s"), (.seconds(-60), "-1m"),
            (.seconds(Int64.max), "9223372036854775807s"),
        ] as [(Duration, String)])
    func `durations that nobody writes are shown too`(duration: Duration, text: String) {
        #expect(duration.text == text)
    }
}
