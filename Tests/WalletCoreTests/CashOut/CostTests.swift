import Testing
import WalletCore

@Suite struct CostTests {
    private let rates = (try? RateTable.of([.of("USD/KRW", "1400")])) ?? RateTable()

    @Test func `a fee from the amount lessens what arrives, one from the balance what stays`() throws {
        let inside = try Cost.of(Quote(fee: .krw(500)), moving: .krw(10_000), by: rates)
        #expect(inside == Cost(amount: .krw(10_000), debit: .krw(10_000), cost: .krw(500), net: .krw(9500)))
        let onTop = try Cost.of(Quote(fee: .krw(500), from: .balance), moving: .krw(10_000), by: rates)
        #expect(onTop == Cost(amount: .krw(10_000), debit: .krw(10_500), cost: .krw(500), net: .krw(10_000)))
    }

    @Test func `the cost is the greater of the fee and of what does not arrive`() throws {
        let hidden = try Cost.of(Quote(fee: .krw(0), receives: .krw(9000)), moving: .krw(10_000), by: rates)
        #expect(hidden.cost == .krw(1000))
        let stated = try Cost.of(Quote(fee: .krw(500), receives: .krw(9900)), moving: .krw(10_000), by: rates)
        #expect(stated.cost == .krw(500))
        let whole = try Cost.of(Quote(fee: .krw(0), receives: .krw(10_000)), moving: .krw(10_000), by: rates)
        #expect(whole.cost == .krw(0))
        // 7.14 USD are 9996 KRW; the rest of the 10000 is cost.
        let exchanged = try Cost.of(Quote(fee: .krw(0), receives: .usd(cents: 714)), moving: .krw(10_000), by: rates)
        #expect(exchanged.cost == .krw(4))
        #expect(exchanged.net == .usd(cents: 714))
    }

    @Test func `a fee in another asset is converted, rounded up`() throws {
        let quote = Quote(fee: .krw(1), from: .balance, receives: .usd(cents: 100))
        let cost = try Cost.of(quote, moving: .usd(cents: 100), by: rates)
        #expect(cost.debit == .usd(cents: 101))
        #expect(cost.cost == .usd(cents: 1))
        #expect(cost.rates.map(\.pair) == ["USD/KRW"])
    }

    @Test func `a quote that tells nothing is none`() {
        func failure(_ quote: Quote, arriving: [Asset] = []) -> CostError? {
            #expect(throws: CostError.self) {
                try Cost.of(quote, moving: .krw(10_000), arriving: arriving, by: rates)
            }
        }
        #expect(failure(Quote(fee: .krw(-1))) == .negative)
        #expect(failure(Quote(fee: .krw(0), receives: .krw(-1))) == .negative)
        #expect(failure(Quote(fee: .usd(cents: 1))) == .receivesMissing)
        #expect(failure(Quote(fee: .krw(1)), arriving: [.usd]) == .receivesMissing)
        #expect(failure(Quote(fee: .krw(10_000))) == .nothingArrives)
        #expect(failure(Quote(fee: .krw(0), receives: .krw(0))) == .nothingArrives)
        #expect(failure(Quote(fee: .krw(0), receives: .krw(10_001))) == .moreArrives)
        let euro = Asset(code: "EUR", scale: 2)
        #expect(
            failure(Quote(fee: .krw(0), receives: Amount(units: 5, of: euro))) == .exchange(.missing(euro, .krw)))
    }

    @Test(arguments: [0, -500])
    func `nothing, or less, is not moved`(units: Int) {
        #expect(throws: CostError.nothingMoved) {
            try Cost.of(Quote(fee: .krw(0), receives: .krw(400)), moving: .krw(units), by: rates)
        }
    }

    @Test func `a fee table takes share and fixed part within its bounds, rounded up`() throws {
        let table = FeeTable(percent: .of("1.5%"), fixed: .krw(500), minimum: .krw(600), maximum: .krw(5000))
        #expect(try table.fee(of: .krw(10_001), by: rates) == .krw(651))
        #expect(try table.fee(of: .krw(1), by: rates) == .krw(600))
        #expect(try table.fee(of: .krw(1_000_000), by: rates) == .krw(5000))
        #expect(try FeeTable().fee(of: .krw(1), by: rates) == .krw(0))
        #expect(try FeeTable(fixed: .krw(500)).fee(of: .usd(cents: 1000), by: rates) == .usd(cents: 36))
        #expect(throws: ExchangeError.missing(.krw, .usd)) {
            try FeeTable(fixed: .krw(500)).fee(of: .usd(cents: 1000), by: RateTable())
        }
    }
}
