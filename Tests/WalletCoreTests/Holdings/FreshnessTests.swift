import Testing
import WalletCore

@Suite struct FreshnessTests {
    @Test(arguments: [
        ("1:00", Freshness.fresh), ("1:59", .fresh), ("2:00", .stale), ("0:01", .fresh), ("0:00", .fresh),
    ])
    func `is fresh for as long as its reading is younger than stale_after`(now: String, freshness: Freshness) {
        let holding = Holding.card { $0.readAt = .at("1:00") }
        #expect(holding.freshness(staleAfter: .hours(1), now: .at(now)) == freshness)
    }

    @Test func `counts from the older of the read's begin and the vendor's time`() {
        let older = Holding.card {
            $0.readAt = .at("1:00")
            $0.asOf = .at("0:30")
        }
        #expect(older.freshness(staleAfter: .hours(1), now: .at("1:29")) == .fresh)
        #expect(older.freshness(staleAfter: .hours(1), now: .at("1:30")) == .stale)
        let newer = Holding.card {
            $0.readAt = .at("1:00")
            $0.asOf = .at("1:04")
        }
        #expect(newer.freshness(staleAfter: .hours(1), now: .at("2:00")) == .stale)
    }

    @Test func `the age of data from far ahead of a clock set back is not known`() {
        let holding = Holding.card { $0.readAt = .at("9:00") }
        #expect(holding.freshness(staleAfter: .hours(1), now: .at("7:59")) == .stale)
    }

    @Test(arguments: [
        (Holding.Standing.listed, Freshness.fresh), (.recorded, .fresh), (.doubted, .stale), (.unlisted, .unknown),
    ])
    func `what is doubted is not fresh, what is not listed is unknown`(
        standing: Holding.Standing, freshness: Freshness
    ) {
        let holding = Holding.card { $0.standing = standing }
        #expect(holding.freshness(staleAfter: .hours(1), now: .at("0:10")) == freshness)
    }
}

@Suite struct HoldingListsTests {
    @Test func `a holding with value stays in the lists, however old`() {
        #expect(Holding.card().isListed(now: .at("99999:00")))
        #expect(Holding.card { $0.balance = .init(.krw(-5)) }.isListed(now: .at("99999:00")))
    }

    @Test func `zero leaves the lists ninety days after it came`() {
        let empty = Holding.card {
            $0.balance = .init(.krw(0))
            $0.readAt = .at("2000:00")
        }
        #expect(empty.isListed(now: .at("2159:59")))
        #expect(!empty.isListed(now: .at("2160:00")))
    }

    @Test func `nothing available but something to come is not zero`() {
        let waiting = Holding.card { $0.balance = .init(available: .krw(0), total: .krw(10)) }
        #expect(waiting.isListed(now: .at("2160:00")))
    }

    @Test func `unknown leaves the lists ninety days after it was last listed`() {
        let unknown = Holding.card {
            $0.readAt = .at("1:00")
            $0.standing = .unlisted
        }
        #expect(unknown.isListed(now: .at("2160:59")))
        #expect(!unknown.isListed(now: .at("2161:00")))
    }
}
