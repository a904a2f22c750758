import Testing
import WalletCore
import WalletTestSupport

/// The same cases reckoned by Python with exact fractions, from the same texts.
@Suite(.enabled(if: ReferenceProcess.isInstalled, "SKIPPED: no differential run, python3 is not installed"))
struct ReferenceArithmeticTests {
    private static let program = #"""
        import sys, math, re
        from fractions import Fraction
        LIMIT = 2**127
        def rounded(exact, direction):
            units = math.floor(exact) if direction == "down" else math.ceil(exact)
            return str(units) if -LIMIT <= units < LIMIT else "overflow"
        def percent(units, text, direction):
            return rounded(Fraction(int(units)) * Fraction(text) / 100, direction)
        def rate(units, base, quote, value, way, direction):
            exact = Fraction(int(units)) * Fraction(10) ** -int(base if way == "direct" else quote)
            exact = exact * Fraction(value) if way == "direct" else exact / Fraction(value)
            return rounded(exact * Fraction(10) ** int(quote if way == "direct" else base), direction)
        def parse(text, scale):
            found = re.fullmatch(r"-?([0-9]+)(?:\.([0-9]+))?", text)
            fraction = found.group(2) or ""
            digits = (found.group(1) + fraction.rstrip("0")).lstrip("0")
            if len(fraction) > int(scale) or len(digits) > 34: return "refused"
            units = Fraction(text) * Fraction(10) ** int(scale)
            return str(units) if -LIMIT <= units < LIMIT else "refused"
        def shift(text, shift, scale):
            units = Fraction(text) * Fraction(10) ** (int(scale) - int(shift))
            return str(units) if units.denominator == 1 and -LIMIT <= units < LIMIT else "refused"
        for line in sys.stdin:
            name, *rest = line.rstrip("\n").split("|")
            print({"percent": percent, "rate": rate, "parse": parse, "shift": shift}[name](*rest))
        """#

    /// A case for the reference, and what the code under test makes of it.
    private struct Case {
        let question: String
        let answer: String
    }

    private func compare(_ cases: [Case]) throws {
        let answers = try ReferenceProcess.answers(of: Self.program, to: cases.map(\.question))
        try #require(answers.count == cases.count)
        for (answer, one) in zip(answers, cases) {
            #expect(one.answer == answer, "\(one.question)")
        }
    }

    @Test func `shares agree with exact fractions`() throws {
        var random = SeededGenerator(seed: 12)
        try compare(
            (0..<5000).map { _ in
                let (units, rounding) = (random.units(), random.rounding())
                let text = random.decimal(whole: 6, fraction: 6)
                let percentage = try Percentage.parse(text + "%")
                let amount = Amount(units: units, of: random.asset())
                let answer = try unitsOrOverflow { () throws(AmountError) in
                    try percentage.of(amount, rounding: rounding)
                }
                return Case(question: "percent|\(units)|\(text)|\(rounding)", answer: answer)
            })
    }

    @Test func `conversions agree with exact fractions`() throws {
        var random = SeededGenerator(seed: 13)
        var assets = AssetTable()
        for scale in [0, 2, 3, 8, 18, Asset.scaleMax] { try assets.declare("S\(scale)", scale: scale) }
        try assets.declare("T", scale: 6)
        let day = CalendarDate(daysSinceEpoch: 0)
        let quote = try assets.asset("T")
        try compare(
            (0..<6000).map { _ in
                let (units, rounding, base) = (random.units(), random.rounding(), random.asset())
                let text = random.decimal(whole: 12, fraction: 21) + "1"
                let rate = try Rate.parse(pair: "\(base.code)/T", value: text, asOf: day, assets: assets)
                let isDirect = Bool.random(using: &random)
                let amount = Amount(units: units, of: isDirect ? base : quote)
                let answer = try unitsOrOverflow { () throws(AmountError) in
                    try rate.convert(amount, rounding: rounding)
                }
                let way = isDirect ? "direct" : "inverse"
                return Case(question: "rate|\(units)|\(base.scale)|6|\(text)|\(way)|\(rounding)", answer: answer)
            })
    }

    @Test func `texts are read as exact fractions are`() throws {
        var random = SeededGenerator(seed: 14)
        try compare(
            (0..<5000).map { _ in
                let asset = random.asset()
                let sign = Bool.random(using: &random) ? "-" : ""
                let text = sign + random.decimal(whole: 36, fraction: asset.scale + 1)
                let amount = try? Amount.parse(decimal: text, of: asset)  // refused texts are cases too
                return Case(
                    question: "parse|\(text)|\(asset.scale)", answer: amount.map { "\($0.units)" } ?? "refused")
            })
    }

    @Test func `numbers of small units are read as exact fractions are`() throws {
        var random = SeededGenerator(seed: 15)
        try compare(
            (0..<5000).map { _ in
                let asset = random.asset()
                let shift = Int.random(in: Amount.shifts, using: &random)
                let text = random.decimal(whole: 24, fraction: 10)
                let amount = try? Amount.parse(digits: text, shift: shift, of: asset)  // refused texts are cases too
                return Case(
                    question: "shift|\(text)|\(shift)|\(asset.scale)",
                    answer: amount.map { "\($0.units)" } ?? "refused")
            })
    }

    private func unitsOrOverflow(_ work: () throws(AmountError) -> Amount) throws -> String {
        do {
            return "\(try work().units)"
        } catch AmountError.overflow {
            return "overflow"
        }
    }
}
