import Testing
import WalletCore

@Suite struct RateTableTests {
    private let sat = Asset(code: "SAT", scale: 3)
    private let btc = Asset(code: "BTC", scale: 8)

    @Test func `a pair is found as it is, inverted, and across one common asset`() throws {
        let table = try RateTable.of([.of("USD/KRW", "1400"), .of("BTC/USD", "90000")])
        let direct = try table.convert(.usd(cents: 150), to: .krw, rounding: .down)
        #expect(direct.amount == .krw(2100))
        let inverted = try table.convert(.krw(2100), to: .usd, rounding: .down)
        #expect(inverted.amount == .usd(cents: 150))
        #expect(inverted.rates.map(\.pair) == ["USD/KRW"])
        let across = try table.convert(Amount(units: 100_000_000, of: btc), to: .krw, rounding: .down)
        #expect(across.amount == .krw(126_000_000))
        #expect(across.rates.map(\.pair) == ["BTC/USD", "USD/KRW"])
        let back = try table.convert(.krw(126_000_000), to: btc, rounding: .up)
        #expect(back.amount == Amount(units: 100_000_000, of: btc))
        #expect(back.rates.map(\.pair) == ["USD/KRW", "BTC/USD"])
    }

    @Test func `an asset is itself without any rate`() throws {
        #expect(try RateTable().convert(.krw(7), to: .krw, rounding: .up).amount == .krw(7))
    }

    @Test func `each step is rounded as named`() throws {
        let table = try RateTable.of([.of("USD/KRW", "1400")])
        #expect(try table.convert(.krw(1), to: .usd, rounding: .down).amount == .usd(cents: 0))
        #expect(try table.convert(.krw(1), to: .usd, rounding: .up).amount == .usd(cents: 1))
    }

    @Test func `two steps are no guess, three are`() throws {
        let table = try RateTable.of([.of("USD/KRW", "1400"), .of("BTC/USD", "90000"), .of("BTC/ETH", "30")])
        let eth = Asset(code: "ETH", scale: 18)
        #expect(throws: ExchangeError.missing(.krw, eth)) { try table.convert(.krw(1), to: eth, rounding: .up) }
    }

    @Test func `what is known of bitcoin is known of satoshi`() throws {
        let table = try RateTable.of([.of("USD/KRW", "1391.20"), .of("BTC/USD", "91000"), .of("ETH/BTC", "0.031")])
        let some = Amount(units: 50_000_000, of: sat)
        let won = try table.convert(some, to: .krw, rounding: .down)
        // 50000 SAT are 0.0005 BTC, 45.50 USD, 63299.6 KRW.
        #expect(won.amount == .krw(63_299))
        #expect(won.rates.map { "\($0.pair) \($0.value)" } == ["SAT/USD 0.00091000", "USD/KRW 1391.20"])
        #expect(try table.convert(some, to: btc, rounding: .down).amount == Amount(units: 50_000, of: btc))
        #expect(try table.convert(Amount(units: 1, of: btc), to: sat, rounding: .down).amount.units == 1000)
        let eth = Asset(code: "ETH", scale: 18)
        let ether = try table.convert(Amount(units: 1_000_000_000_000_000_000, of: eth), to: sat, rounding: .down)
        #expect(ether.amount.units == 3_100_000_000)
        #expect(ether.rates.map { "\($0.pair) \($0.value)" } == ["ETH/SAT 3100000"])
    }

    @Test func `what a source says of satoshi comes before what follows from bitcoin, unless it is older`() throws {
        for (day, pair) in [(15, "SAT/USD 0.5"), (14, "SAT/USD 0.00091000")] {
            let table = try RateTable.of([.of("BTC/USD", "91000", on: 15), .of("SAT/USD", "0.5", on: day)])
            let found = try table.convert(Amount(units: 1000, of: sat), to: .usd, rounding: .up)
            #expect(found.rates.map { "\($0.pair) \($0.value)" } == [pair])
        }
    }

    @Test func `an old rate of bitcoin is an old one of satoshi`() throws {
        let old = try RateTable.of([.of("BTC/USD", "91000", on: 1)])
        #expect(throws: try ExchangeError.stale(.of("SAT/USD", "0.00091000", on: 1), since: .at("-168:00"))) {
            try old.convert(Amount(units: 1000, of: sat), to: .usd, rounding: .up)
        }
    }

    @Test func `a rate is too old a while after its day began, and then it is not used`() throws {
        let rate = try Rate.of("USD/KRW", "1400", on: 15)
        func table(_ clock: String) -> RateTable {
            RateTable([.init(rate, source: "fixed", staleAfter: .days(1))], at: .at(clock))
        }
        #expect(try table("23:59").convert(.usd(cents: 100), to: .krw, rounding: .up).amount == .krw(1400))
        #expect(throws: ExchangeError.stale(rate, since: .at("24:00"))) {
            try table("24:00").convert(.usd(cents: 100), to: .krw, rounding: .up)
        }
        #expect(throws: ExchangeError.missing(.usd, .krw)) {
            try table("-25:00").convert(.usd(cents: 100), to: .krw, rounding: .up)
        }
    }

    @Test func `a way is no newer than its older part`() throws {
        let old = try RateTable(
            [
                .init(.of("USD/KRW", "1400", on: 10), source: "fixed", staleAfter: .days(1)),
                .init(.of("BTC/USD", "90000"), source: "fixed", staleAfter: nil),
            ], at: CashOutScene.now)
        #expect(throws: try ExchangeError.stale(.of("USD/KRW", "1400", on: 10), since: .at("-96:00"))) {
            try old.convert(Amount(units: 1, of: btc), to: .krw, rounding: .up)
        }
    }

    @Test func `of several the newest counts, whatever its direction and order`() throws {
        let rates = try [
            Rate.of("USD/KRW", "1400", on: 14), .of("KRW/USD", "0.0008", on: 15), .of("USD/KRW", "1", on: 13),
        ]
        for rates in [rates, rates.reversed()] {
            let table = RateTable.of(rates)
            #expect(try table.convert(.usd(cents: 100), to: .krw, rounding: .up).amount == .krw(1250))
        }
    }

    @Test func `of several ways the one whose older rate is newest counts`() throws {
        let table = try RateTable.of([
            .of("BTC/USD", "90000", on: 15), .of("USD/KRW", "1400", on: 10), .of("BTC/SAT", "100000000", on: 12),
            .of("SAT/KRW", "1.3", on: 12),
        ])
        let found = try table.convert(Amount(units: 100_000_000, of: btc), to: .krw, rounding: .down)
        #expect(found.rates.map(\.pair) == ["BTC/SAT", "SAT/KRW"])
    }

    @Test func `an amount that does not fit is an error, not a wrapped value`() throws {
        let table = try RateTable.of([.of("USD/KRW", "1400")])
        let huge = Amount(units: .max, of: .usd)
        #expect(throws: ExchangeError.amount(.overflow(asset: .krw))) {
            try table.convert(huge, to: .krw, rounding: .up)
        }
    }
}
