import Testing
import WalletCore

@Suite struct AmountDigitsTests {
    @Test(
        arguments: [
            ("1250", 2, "USD", "12.50"), ("-1250", 2, "USD", "-12.50"), ("1250", 0, "USD", "1250.00"),
            ("12.5", 0, "USD", "12.50"), ("1250.0", 2, "USD", "12.50"), ("12500.0", 0, "KRW", "12500"),
            ("125000", 2, "KRW", "1250"), ("250001", 3, "SAT", "250.001"), ("0", 30, "KRW", "0"),
            ("1", 18, "ETH", "0.000000000000000001"), ("0.000", 30, "KRW", "0"),
            ("1090187102012112552", 18, "ETH", "1.090187102012112552"),
        ])
    func `a number of small units is read from its digits`(
        digits: String, shift: Int, code: String, shown: String
    ) throws {
        let asset = try AssetTable().asset(code)
        #expect(try Amount.parse(digits: digits, shift: shift, of: asset).decimal == shown)
    }

    @Test(
        arguments: [
            ("1251", 3, "USD"), ("12.505", 0, "USD"), ("125050", 2, "KRW"), ("0.5", 0, "KRW"), ("1", 30, "KRW"),
            ("0.0000000000000000000000000000000000000000001", 0, "ETH"),
        ])
    func `a digit that would be lost is an error`(digits: String, shift: Int, code: String) throws {
        let asset = try AssetTable().asset(code)
        #expect(throws: AmountError.lostDigit(text: digits, shift: shift, asset: asset)) {
            try Amount.parse(digits: digits, shift: shift, of: asset)
        }
    }

    @Test(arguments: ["1e5", "1E5", "1.5e-3"])
    func `an exponent is refused`(digits: String) {
        let usd = Asset(code: "USD", scale: 2)
        #expect(throws: AmountError.malformed(text: digits, .exponent)) {
            try Amount.parse(digits: digits, shift: 2, of: usd)
        }
    }

    @Test func `a number that its asset cannot count is refused`() {
        let asset = Asset(code: "FINE", scale: 30)
        let digits = "9999999999999999999999999999999999"
        #expect(throws: AmountError.tooLarge(text: digits, asset: asset)) {
            try Amount.parse(digits: digits, shift: 0, of: asset)
        }
    }
}
