import Testing
import WalletCore
import WalletTestSupport

/// The same dates and times reckoned by Python's datetime.
@Suite(.enabled(if: ReferenceProcess.isInstalled, "SKIPPED: no differential run, python3 is not installed"))
struct ReferenceCalendarTests {
    private static let program = #"""
        import sys
        from datetime import date, datetime, timedelta, timezone
        EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
        def instant(text):
            try:
                return str((datetime.fromisoformat(text) - EPOCH) // timedelta(milliseconds=1))
            except (ValueError, OverflowError):
                return "refused"
        for line in sys.stdin:
            name, text = line.rstrip("\n").split("|")
            if name == "day": print(date.fromordinal(719163 + int(text)).isoformat())
            else: print(instant(text))
        """#

    @Test func `days agree with another calendar`() throws {
        var random = SeededGenerator(seed: 16)
        let days = (0..<5000).map { _ in Int.random(in: -719_162...2_932_896, using: &random) }
        let answers = try ReferenceProcess.answers(of: Self.program, to: days.map { "day|\($0)" })
        #expect(answers == days.map { CalendarDate(daysSinceEpoch: $0).description })
    }

    @Test func `times agree with another calendar, also those that do not exist`() throws {
        var random = SeededGenerator(seed: 17)
        let texts = (0..<5000).map { _ in
            let year = Int.random(in: 2...9998, using: &random)
            let parts = [12, 31, 24, 60, 60].map { two(Int.random(in: 0...$0, using: &random)) }
            let fraction = Bool.random(using: &random) ? "." + random.digits(3) : ""
            let zone = Bool.random(using: &random) ? "Z" : "-\(two(Int.random(in: 0...23, using: &random))):30"
            let date = "\(String(repeating: "0", count: 4 - String(year).count))\(year)-\(parts[0])-\(parts[1])"
            return "\(date)T\(parts[2]):\(parts[3]):\(parts[4])\(fraction)\(zone)"
        }
        let answers = try ReferenceProcess.answers(of: Self.program, to: texts.map { "time|\($0)" })
        try #require(answers.count == texts.count)
        for (text, answer) in zip(texts, answers) where !text.contains(":60") {
            let instant = try? Timestamp.parse(text)  // refused texts are cases too
            #expect(instant.map { "\($0.milliseconds)" } ?? "refused" == answer, "\(text)")
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
