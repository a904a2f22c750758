import Testing
import WalletCore

@Suite struct AmountTextTests {
    let assets = AssetTable()

    @Test(
        arguments: [
            ("3000 KRW", 3000, "3000 KRW"),
            ("12.50 USD", 1250, "12.50 USD"),
            ("12.5 USD", 1250, "12.50 USD"),
            ("0.00012 BTC", 12_000, "0.00012000 BTC"),
            ("-0.01 USD", -1, "-0.01 USD"),
            ("-0 USD", 0, "0.00 USD"),
            ("007.10 USD", 710, "7.10 USD"),
            ("0000000000000000000000000000000000000000000001 KRW", 1, "1 KRW"),
            ("0.001 SAT", 1, "0.001 SAT"),
            ("1 USDC", 1_000_000, "1.000000 USDC"),
            ("0.000000000000000001 ETH", 1, "0.000000000000000001 ETH"),
            ("9999999999999999999999999999999999 KRW", 9_999_999_999_999_999_999_999_999_999_999_999, nil),
            ("9999999999999999.999999999999999999 ETH", 9_999_999_999_999_999_999_999_999_999_999_999, nil),
            (
                "100000000000000000 ETH", 100_000_000_000_000_000_000_000_000_000_000_000,
                "100000000000000000.000000000000000000 ETH"
            ),
        ] as [(String, Int128, String?)])
    func `an amount is read exactly and shown with all its digits`(
        text: String, units: Int128, shown: String?
    ) throws {
        let amount = try Amount.parse(text, assets: assets)
        #expect(amount.units == units)
        #expect(amount.description == shown ?? text)
        #expect(try Amount.parse(amount.description, assets: assets) == amount)
    }

    @Test(
        arguments: [
            ("", .empty), ("-", .noDigitBeforePoint), (" 1 KRW", .noDigitBeforePoint), ("+1 KRW", .plusSign),
            (".5 USD", .noDigitBeforePoint), ("5. USD", .noDigitAfterPoint), ("--5 USD", .noDigitBeforePoint),
            ("1e5 KRW", .exponent), ("1E5 KRW", .exponent), ("1.5e1 USD", .exponent),
            ("1,000 KRW", .grouping), ("1_000 KRW", .grouping), ("1'000 KRW", .grouping),
            ("1.2.3 USD", .character), ("3000KRW", .character), ("3000\tKRW", .character), ("0x10 KRW", .character),
            ("١٢ KRW", .noDigitBeforePoint), ("1２ KRW", .character), ("1\u{A0}KRW", .character),
            ("KRW 3000", .noDigitBeforePoint), ("NaN USD", .noDigitBeforePoint), ("∞ USD", .noDigitBeforePoint),
            ("1\u{301} KRW", .character), ("1\0 KRW", .character),
            ("12345678901234567890123456789012345 KRW", .tooManyDigits),
            ("10000000000000000000000000000000000 KRW", .tooManyDigits),
            ("12345678901234567.123456789012345678 ETH", .tooManyDigits),
        ] as [(String, DecimalFlaw)])
    func `what is not written as an amount is refused with its flaw`(text: String, flaw: DecimalFlaw) {
        #expect(throws: AmountError.malformed(text: SafeText.excerpt(text), flaw)) {
            try Amount.parse(text, assets: assets)
        }
    }

    @Test(arguments: ["3000", "12.50", "-1"])
    func `an amount without an asset is refused`(text: String) {
        #expect(throws: AmountError.noAsset(text: text)) { try Amount.parse(text, assets: assets) }
    }

    @Test(arguments: [
        "1  KRW", "1 KRW ", "1 krw", "1 K\u{0}RW", "1 ", "1 \u{212A}RW", "1 ABCDEFGHIJKLMNOPQ", "1 KRW USD",
    ])
    func `what follows the space must be the code of an asset and nothing else`(text: String) {
        let error = #expect(throws: AmountError.self) { try Amount.parse(text, assets: assets) }
        guard case .asset(.malformedCode) = error else {
            Issue.record("\(text): \(String(describing: error))")
            return
        }
    }

    @Test(
        arguments: [
            ("1.0 KRW", "KRW", 0), ("0.000 USD", "USD", 2), ("0.123456789 BTC", "BTC", 8),
            ("1.0000000 USDC", "USDC", 6),
        ])
    func `a digit more than the asset has is refused, a zero too`(text: String, code: String, scale: Int) {
        #expect(throws: AmountError.surplusDigits(text: text, asset: Asset(code: code, scale: scale))) {
            try Amount.parse(text, assets: assets)
        }
    }

    @Test func `an amount that its smallest units cannot count is refused`() throws {
        let eth = try assets.asset("ETH")
        #expect(throws: AmountError.tooLarge(text: "1000000000000000000000 ETH", asset: eth)) {
            try Amount.parse("1000000000000000000000 ETH", assets: assets)
        }
        // 2^127 − 1 wei are 170141183460469231731.687303715884105727 ETH.
        #expect(try Amount.parse("170141183460469231731.6873037158841 ETH", assets: assets).units > 0)
        #expect(throws: AmountError.tooLarge(text: "170141183460469231732 ETH", asset: eth)) {
            try Amount.parse("170141183460469231732 ETH", assets: assets)
        }
    }

    @Test func `an unknown asset is named with the lines that declare it`() {
        let error = #expect(throws: AmountError.self) { try Amount.parse("1.50 STARS", assets: assets) }
        #expect(error == .asset(.unknown(code: "STARS", scale: 2)))
        #expect(
            error?.description == """
                unknown asset "STARS"; the lines "[assets.STARS]" and "scale = 2" in the configuration declare it \
                (scale: its digits after the point)
                """)
    }

    @Test(
        arguments: [
            (
                "1,000 KRW",
                #""1,000 KRW" is not an amount: digits are not grouped"#
                    + #" (amounts are written like "3000 KRW" or "-12.50 USD")"#
            ),
            ("1.5 KRW", #""1.5 KRW" has too many digits after the point: KRW has none"#),
            ("3000", #""3000" names no asset: after the number comes one space and the asset, as in "3000 KRW""#),
        ])
    func `a refusal says what is wrong with what`(text: String, message: String) {
        let error = #expect(throws: AmountError.self) { try Amount.parse(text, assets: assets) }
        #expect(error?.description == message)
    }

    @Test func `a refusal quotes no more than a piece of a long text, and no control character`() {
        let error = #expect(throws: AmountError.self) {
            try Amount.parse("\u{1B}[2J" + String(repeating: "x", count: 1_000_000), assets: assets)
        }
        let message = error?.description ?? ""
        #expect(message.hasPrefix(#""\x1b[2Jxxx"#))
        #expect(message.utf8.count < 250)
    }

    @Test func `a number without its asset is read by the same rules`() throws {
        let usd = try assets.asset("USD")
        #expect(try Amount.parse(decimal: "12.5", of: usd).units == 1250)
        #expect(throws: AmountError.surplusDigits(text: "12.505", asset: usd)) {
            try Amount.parse(decimal: "12.505", of: usd)
        }
        #expect(throws: AmountError.malformed(text: "12.50 USD", .character)) {
            try Amount.parse(decimal: "12.50 USD", of: usd)
        }
    }
}
