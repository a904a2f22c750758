import Testing
import WalletCore

@Suite struct RateTests {
    let assets = AssetTable()
    let day = CalendarDate(daysSinceEpoch: 20_777)

    private func rate(_ pair: String, _ value: String) throws -> Rate {
        try Rate.parse(pair: pair, value: value, asOf: day, assets: assets)
    }

    @Test(
        arguments: [
            ("USD/KRW", "1391.20", "12.50 USD", "17390 KRW", "17390 KRW"),
            ("USD/KRW", "1391.20", "0.01 USD", "13 KRW", "14 KRW"),
            ("USD/KRW", "1391.20", "-0.01 USD", "-14 KRW", "-13 KRW"),
            ("USD/KRW", "1391.20", "1391 KRW", "0.99 USD", "1.00 USD"),
            ("USD/KRW", "1391.20", "1391200 KRW", "1000.00 USD", "1000.00 USD"),
            ("BTC/USD", "91000", "0.00000001 BTC", "0.00 USD", "0.01 USD"),
            ("BTC/USD", "91000", "0.01 USD", "0.00000010 BTC", "0.00000011 BTC"),
            ("BTC/SAT", "100000000", "0.00000001 BTC", "1.000 SAT", "1.000 SAT"),
            ("BTC/SAT", "100000000", "0.001 SAT", "0.00000000 BTC", "0.00000001 BTC"),
            (
                "KRW/ETH", "0.000000000000000000000000000001", "1 KRW", "0.000000000000000000 ETH",
                "0.000000000000000001 ETH"
            ),
            (
                "KRW/ETH", "0.000000000000000000000000000001", "0 KRW", "0.000000000000000000 ETH",
                "0.000000000000000000 ETH"
            ),
        ])
    func `an amount is converted either way and rounded as named`(
        pair: String, value: String, from: String, down: String, up: String
    ) throws {
        let rate = try rate(pair, value)
        let amount = try Amount.parse(from, assets: assets)
        #expect(try rate.convert(amount, rounding: .down).description == down)
        #expect(try rate.convert(amount, rounding: .up).description == up)
    }

    @Test func `a rate keeps its pair, value and day as written`() throws {
        let rate = try rate("USD/KRW", "1391.20")
        #expect(rate.pair == "USD/KRW")
        #expect(rate.value == "1391.20")
        #expect(rate.asOf == day)
    }

    @Test(arguments: ["USD", "USD/", "USD/KRW/JPY", "USD/USD", "", "USDKRW"])
    func `what is not a pair of two assets is refused`(pair: String) {
        #expect(throws: RateError.self) { try rate(pair, "1") }
    }

    @Test func `an unknown asset of a pair is named`() {
        #expect(throws: RateError.asset(.unknown(code: "STARS", scale: 0))) { try rate("STARS/KRW", "1") }
    }

    @Test(arguments: ["0", "0.00", "-1", "1e3", "", "1.0000000000000000000000000000000"])
    func `a value that is no rate is refused`(value: String) {
        #expect(throws: RateError.self) { try rate("USD/KRW", value) }
    }

    @Test func `another asset is not converted`() throws {
        let jpy = Amount(units: 1, of: Asset(code: "JPY", scale: 0))
        #expect(throws: AmountError.self) { try rate("USD/KRW", "1391.20").convert(jpy, rounding: .up) }
    }

    @Test func `a result that cannot be counted is an error`() throws {
        let rate = try rate("KRW/ETH", "9999999999999999999999999999999999")
        let won = Amount(units: .max, of: try assets.asset("KRW"))
        #expect(throws: AmountError.overflow(asset: try assets.asset("ETH"))) {
            try rate.convert(won, rounding: .down)
        }
        #expect(try rate.convert(Amount(units: 0, of: won.asset), rounding: .up).isZero)
    }
}
