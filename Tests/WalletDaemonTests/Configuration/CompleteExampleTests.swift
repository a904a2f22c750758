import JSON
import Testing
import WalletAdapters
import WalletCore
import WalletDaemon

/// One configuration with every key of every table.
@Suite struct CompleteExampleTests {
    static let document = """
        [daemon]
        database   = "/var/lib/walletd/walletd.db"
        socket     = "/run/walletd/walletd.sock"
        home_asset = "KRW"
        operators  = ["alice", "@finance"]
        retention  = "5y"

        [assets.STARS]
        scale = 0
        name  = "coffee stars"

        [sources.tmoney]
        adapter     = "exec"
        command     = ["PLUGIN", "--verbose"]
        options     = { card = "1234", cards = [1, true, 2026-11-22], since = 2026-11-22T10:00:00.50+09:00 }
        credentials = ["token"]
        every       = "15m"
        timeout     = "30s"
        stale_after = "1h"
        quota       = "4/24h"
        kind        = "prepaid"
        withdrawal  = "direct"

        [sources.cards]
        adapter = "manual"
        kind    = "gift-card"

        [sources.statement]
        adapter = "file"
        path    = "/srv/exports/points.csv"
        format  = "csv"
        every   = "1h"

        [sources.shop]
        adapter   = "http"
        url       = "https://api.example/v1/wallets"
        method    = "POST"
        body      = '{"page":1}'
        headers   = { Authorization = { credential = "token", prefix = "Bearer " }, Accept = "application/json" }
        items     = "/data"
        account   = "/id"
        asset     = { value = "KRW" }
        available = "/balance"
        total     = "/total"
        as_of     = "/time"
        expires   = { value = 2027-03-01 }
        shift     = 0
        complete  = true
        ca_file   = "PLUGIN"
        every     = "1h"

        [alerts.low-transit]
        source   = "tmoney"
        account  = "*"
        below    = "3000 KRW"
        clear_at = "5000 KRW"
        for      = "10m"
        severity = "critical"
        renotify = "1d"

        [alerts.idle]
        source   = ["card*", "shop"]
        account  = ["card-1", "card-2*"]
        kind     = ["gift-card", "p*"]
        asset    = ["KRW", "ST*"]
        idle_for = "30d"
        at_least = "1000 KRW"

        [alerts.quiet]
        stale_for = "1d"
        """

    private func load() throws -> LoadedConfiguration {
        try ConfigurationFolder(Self.document).load()
    }

    @Test func `it is sound`() throws {
        #expect(
            try ConfigurationFolder.report(Self.document) == ["configuration is sound: 4 sources, 3 alerts"])
    }

    @Test func `sources and rules are in the order of their names`() throws {
        let configuration = try load()
        #expect(configuration.sources.map(\.settings.name) == ["cards", "shop", "statement", "tmoney"])
        #expect(configuration.rules.map(\.name) == ["idle", "low-transit", "quiet"])
    }

    @Test func `what all sources share is taken over`() throws {
        let settings = try load().sources[3].settings
        var expected = SourceSettings(
            name: "tmoney", adapter: "exec", every: .seconds(900), timeout: .seconds(30), staleAfter: .seconds(3600),
            kind: .prepaid)
        expected.quota = Quota(limit: 4, window: .seconds(86_400))
        expected.withdrawal = .direct
        #expect(settings == expected)
    }

    @Test func `an exec source is taken over, its options as JSON`() throws {
        let definition = try load().sources[3].definition
        guard case .exec(let exec) = definition else { throw Mismatch() }
        #expect(exec.command[0].hasSuffix("/plugin"))
        #expect(exec.command[1...] == ["--verbose"])
        #expect(exec.credentials == ["token"])
        let options: JSONValue = [
            "card": "1234", "cards": [1, true, "2026-11-22"], "since": "2026-11-22T10:00:00.5+09:00",
        ]
        #expect(exec.options == options)
    }

    @Test func `manual and file sources are taken over`() throws {
        let sources = try load().sources
        #expect(sources[0].definition == .manual)
        #expect(sources[0].settings.every == nil)
        #expect(sources[0].settings.kind == .giftCard)
        #expect(sources[2].definition == .file(FileSourceDefinition(path: "/srv/exports/points.csv", format: .csv)))
        #expect(sources[2].settings.staleAfter == .seconds(3 * 3600))
    }

    @Test func `an HTTP source is taken over`() throws {
        let shop = try load().sources[1]
        guard case .http(let http) = shop.definition else { throw Mismatch() }
        var expected = HTTPSourceDefinition(
            url: "https://api.example/v1/wallets", account: .pointer(try JSONPointer("/id")), asset: .value("KRW"),
            available: .pointer(try JSONPointer("/balance")))
        expected.method = .post
        expected.body = "{\"page\":1}"
        expected.headers = [
            .init(name: "Authorization", value: .secret(.credential("token"), prefix: "Bearer ")),
            .init(name: "Accept", value: .text("application/json")),
        ]
        expected.items = try JSONPointer("/data")
        expected.total = .pointer(try JSONPointer("/total"))
        expected.asOf = .pointer(try JSONPointer("/time"))
        expected.expires = .value("2027-03-01")
        expected.complete = true
        expected.caFile = http.caFile
        #expect(http == expected)
        #expect(http.caFile?.hasSuffix("/plugin") == true)
        #expect(shop.settings.host == "https://api.example:443")
    }

    @Test func `rules are taken over`() throws {
        let rules = try load().rules
        let won = Asset(code: "KRW", scale: 0)
        var idle = AlertRule(
            name: "idle",
            selection: Selection(
                sources: [Glob("card*"), Glob("shop")], accounts: [Glob("card-1"), Glob("card-2*")],
                kinds: [.giftCard, .prepaid, .points], assets: ["KRW", "ST*"]),
            condition: .idleFor(.seconds(30 * 86_400)))
        idle.atLeast = Amount(units: 1000, of: won)
        #expect(rules[0] == idle)
        var low = AlertRule(
            name: "low-transit", selection: Selection(sources: [Glob("tmoney")]),
            condition: .below(Amount(units: 3000, of: won)))
        low.clearAt = Amount(units: 5000, of: won)
        low.sustained = .seconds(600)
        low.severity = .critical
        low.renotify = .seconds(86_400)
        #expect(rules[1] == low)
        #expect(rules[2] == AlertRule(name: "quiet", condition: .staleFor(.seconds(86_400))))
    }

    private struct Mismatch: Error {}
}
