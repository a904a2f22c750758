import Testing
import WalletCore
import WalletTestSupport

@Suite struct PercentageTests {
    @Test(
        arguments: [
            ("5%", "5%"), ("0.3%", "0.3%"), ("1.50%", "1.5%"), ("100%", "100%"), ("0%", "0%"), ("0.0%", "0%"),
            ("05%", "5%"), ("0.000001%", "0.000001%"), ("1000000%", "1000000%"), ("10.00%", "10%"),
        ])
    func `a percentage is read exactly and shown as short as it is exact`(text: String, shown: String) throws {
        let percentage = try Percentage.parse(text)
        #expect(percentage.description == shown)
        #expect(try Percentage.parse(shown) == percentage)
    }

    @Test(arguments: ["", "%", "5", "5 %", "-5%", "-0%", "+5%", "5%%", "5.%", ".5%", "5e1%", "5,5%", "٥%", "5%\u{0}"])
    func `what is not written as a percentage is refused`(text: String) {
        #expect(throws: PercentageError.malformed(SafeText.excerpt(text))) { try Percentage.parse(text) }
    }

    @Test(arguments: ["1000000.000001%", "1000001%", "0.0000001%", "0.0000000%"])
    func `a percentage out of range is refused`(text: String) {
        #expect(throws: PercentageError.outOfRange(text)) { try Percentage.parse(text) }
    }

    @Test(
        arguments: [
            ("5%", 1000, 50, 50), ("0.3%", 1000, 3, 3), ("0.3%", 1001, 3, 4), ("0.3%", -1001, -4, -3),
            ("1.5%", 33, 0, 1), ("100%", Int128.max, Int128.max, Int128.max),
            ("100%", Int128.min, Int128.min, Int128.min),
            ("50%", Int128.min, Int128.min / 2, Int128.min / 2), ("0%", Int128.max, 0, 0), ("0.000001%", 1, 0, 1),
            ("0.000001%", -1, -1, 0),
        ] as [(String, Int128, Int128, Int128)])
    func `a share is rounded the way that is named`(text: String, units: Int128, down: Int128, up: Int128) throws {
        let percentage = try Percentage.parse(text)
        let amount = Amount(units: units, of: Asset(code: "KRW", scale: 0))
        #expect(try percentage.of(amount, rounding: .down).units == down)
        #expect(try percentage.of(amount, rounding: .up).units == up)
    }

    @Test func `a share that cannot be counted is an error`() throws {
        let krw = Asset(code: "KRW", scale: 0)
        let percentage = try Percentage.parse("100.000001%")
        for units in [Int128.max, .min] {
            #expect(throws: AmountError.overflow(asset: krw)) {
                try percentage.of(Amount(units: units, of: krw), rounding: .down)
            }
        }
    }
}
