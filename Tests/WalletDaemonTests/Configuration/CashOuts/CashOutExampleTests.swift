import JSON
import Testing
import WalletAdapters
import WalletCore
import WalletDaemon

/// One configuration with every key of the tables of cash-outs.
@Suite struct CashOutExampleTests {
    static let document = """
        [limits]
        budget = { amount = "1000000 KRW", fees = "30000 KRW", every = "30d" }

        [rates.fixed]
        adapter     = "fixed"
        as_of       = 2026-11-20
        pairs       = { "USD/KRW" = "1391.20", "BTC/USD" = "91000" }
        stale_after = "1d"

        [rates.market]
        adapter     = "exec"
        command     = ["PLUGIN"]
        options     = { pairs = ["SAT/KRW"] }
        credentials = ["token"]
        every       = "1h"
        timeout     = "20s"
        stale_after = "2d"

        [sources.tips]
        adapter    = "lnbits"
        url        = "https://lnbits.example"
        key        = { credential = "token" }
        withdrawal = "direct"

        [cashouts.tips]
        from       = ["tips"]
        when_above = "50000 SAT"
        leave      = "5000 SAT"
        to         = "my-bank"
        mode       = "dry-run"
        max_fee    = ["5%", "1000 KRW"]
        min_amount = "10000 SAT"
        max_amount = "200000 SAT"
        confirm    = 2
        cooldown   = "1d"
        max_age    = "90d"
        before_expiry = "14d"
        approve_within = "24h"
        budget     = { amount = "300000 KRW", fees = "10000 KRW", every = "30d" }

        [destinations.my-bank]
        provider    = "acme"
        account     = { credential = "token" }
        cooling_off = "24h"

        [providers.acme]
        adapter        = "exec"
        command        = ["PLUGIN"]
        options        = { office = "02" }
        credentials    = ["token"]
        registration   = "e-finance business 02-006-00001"
        verified_on    = 2026-10-01
        identity       = "verified"
        identity_until = 2027-10-01
        fee            = { percent = "1.5%", fixed = "500 KRW", minimum = "500 KRW", maximum = "5000 KRW" }
        minimum        = "5000 KRW"
        step           = "1 KRW"
        timeout        = "60s"
        reversal_window = "30d"
        processing     = "10m..24h"
        bundles        = true
        """

    private static let won = Asset(code: "KRW", scale: 0)
    private static let sat = Asset(code: "SAT", scale: 3)

    private static func won(_ units: Int128) -> Amount { Amount(units: units, of: won) }
    private static func sat(_ whole: Int128) -> Amount { Amount(units: whole * 1000, of: sat) }
    private static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

    private static func load(_ document: String = document) throws -> ConfiguredCashOuts {
        try ConfigurationFolder(document).load().cashOuts
    }

    @Test func `it is sound in each mode`() throws {
        for mode in CashOutMode.allCases {
            let document = Self.document.replacing("\"dry-run\"", with: "\"\(mode.rawValue)\"")
            #expect(
                try ConfigurationFolder.report(document) == ["configuration is sound: 1 source, 0 alerts, 1 cash-out"])
        }
    }

    @Test func `the rule and the limits are taken over`() throws {
        let cashOuts = try Self.load()
        var rule = CashOutRule(
            name: "tips", from: [HoldingPattern(source: Glob("tips"))], whenAbove: Self.sat(50_000), to: "my-bank")
        rule.leave = Self.sat(5000)
        rule.maxFee = FeeCeiling(percent: try Percentage.parse("5%"), amount: Self.won(1000))
        rule.minAmount = Self.sat(10_000)
        rule.maxAmount = Self.sat(200_000)
        rule.cooldown = Self.days(1)
        rule.maxAge = Self.days(90)
        rule.beforeExpiry = Self.days(14)
        rule.approveWithin = Self.days(1)
        rule.budget = Budget(amount: Self.won(300_000), fees: Self.won(10_000), every: Self.days(30))
        #expect(cashOuts.rules == [rule])
        #expect(cashOuts.limits == Budget(amount: Self.won(1_000_000), fees: Self.won(30_000), every: Self.days(30)))
    }

    @Test func `the provider is taken over`() throws {
        let provider = try Self.load().providers[0]
        var terms = Provider(name: "acme", adapter: "exec", identityHash: "")
        terms.registration = "e-finance business 02-006-00001"
        terms.verifiedOn = try CalendarDate.parse("2026-10-01")
        terms.identity = .verified
        terms.identityUntil = try CalendarDate.parse("2027-10-01")
        terms.fee = FeeTable(
            percent: try Percentage.parse("1.5%"), fixed: Self.won(500), minimum: Self.won(500), maximum: Self.won(5000)
        )
        terms.minimum = Self.won(5000)
        terms.step = Self.won(1)
        terms.timeout = .seconds(60)
        terms.reversalWindow = Self.days(30)
        terms.processing = ProcessingTime(.seconds(600), Self.days(1))
        terms.bundling = .bundles
        #expect(provider.terms == terms)
        guard case .exec(let plugin) = provider.definition else { throw Mismatch() }
        #expect(plugin.options == ["office": "02"])
        #expect(plugin.credentials == ["token"])
        #expect(plugin.command[0].hasSuffix("/plugin"))
    }

    @Test func `the destination is taken over`() throws {
        let destination = try Self.load().destinations[0]
        #expect(destination.settings == Destination(name: "my-bank", provider: "acme", identity: ""))
        #expect(destination.definition == DestinationDefinition(name: "my-bank", account: .credential("token")))
    }

    @Test func `rates are taken over`() throws {
        let rates = try Self.load().rates
        #expect(rates.map(\.name) == ["fixed", "market"])
        #expect(
            rates[0].definition
                == .fixed(
                    FixedRatesDefinition(
                        asOf: try CalendarDate.parse("2026-11-20"),
                        pairs: [.init("USD/KRW", "1391.20"), .init("BTC/USD", "91000")])))
        #expect(rates.map(\.every) == [nil, .seconds(3600)])
        #expect(rates.map(\.staleAfter) == [Self.days(1), Self.days(2)])
        #expect(rates[1].timeout == .seconds(20))
        guard case .exec(let plugin) = rates[1].definition else { throw Mismatch() }
        #expect(plugin.options == ["pairs": ["SAT/KRW"]])
    }

    private struct Mismatch: Error {}
}
