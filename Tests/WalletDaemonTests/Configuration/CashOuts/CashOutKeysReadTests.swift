import Testing
import WalletDaemon
import WalletTestSupport

/// A key that nobody reads would promise what does not happen.
@Suite struct CashOutKeysReadTests {
    /// A key of the example, spelled as there, and another value for it.
    private static let changes: [(key: String, from: String, to: String)] = [
        ("limits.budget.amount", "\"1000000 KRW\"", "\"1 BTC\""), ("limits.budget.fees", "\"30000 KRW\"", "\"5 KRW\""),
        ("limits.budget.every", "\"30000 KRW\", every = \"30d\"", "\"30000 KRW\", every = \"31d\""),
        ("rates.as_of", "2026-11-20", "2026-11-19"), ("rates.pairs", "\"91000\"", "\"91001\""),
        ("rates.stale_after", "\"91000\" }\nstale_after = \"1d\"", "\"91000\" }\nstale_after = \"3d\""),
        ("rates.options", "[\"SAT/KRW\"]", "[\"SAT/USD\"]"), ("rates.every", "\"1h\"", "\"2h\""),
        ("rates.timeout", "\"20s\"", "\"21s\""),
        ("cashouts.from", "[\"tips\"]", "[\"tip?\"]"), ("cashouts.when_above", "\"50000 SAT\"", "\"50001 SAT\""),
        ("cashouts.leave", "\"5000 SAT\"", "\"5001 SAT\""), ("cashouts.mode", "\"dry-run\"", "\"ask\""),
        ("cashouts.max_fee.percent", "\"5%\"", "\"0.3%\""), ("cashouts.max_fee.amount", "\"1000 KRW\"", "\"2 KRW\""),
        ("cashouts.min_amount", "\"10000 SAT\"", "\"1 SAT\""),
        ("cashouts.max_amount", "\"200000 SAT\"", "\"190000 SAT\""),
        ("cashouts.confirm", "confirm    = 2", "confirm    = 3"),
        ("cashouts.cooldown", "cooldown   = \"1d\"", "cooldown = \"2d\""),
        ("cashouts.max_age", "\"90d\"", "\"91d\""), ("cashouts.before_expiry", "\"14d\"", "\"15d\""),
        ("cashouts.approve_within", "approve_within = \"24h\"", "approve_within = \"23h\""),
        ("cashouts.budget.amount", "\"300000 KRW\"", "\"300001 KRW\""),
        ("cashouts.budget.fees", "\"10000 KRW\"", "\"10001 KRW\""),
        ("cashouts.budget.every", "\"10000 KRW\", every = \"30d\"", "\"10000 KRW\", every = \"31d\""),
        (
            "destinations.account", "my-bank]\nprovider    = \"acme\"\naccount     = { credential = \"token\" }",
            "my-bank]\nprovider = \"acme\"\naccount = { file = \"/token\" }"
        ),
        ("destinations.cooling_off", "cooling_off = \"24h\"", "cooling_off = \"0s\""),
        (
            "providers.command", "adapter        = \"exec\"\ncommand        = [\"PLUGIN\"]",
            "adapter        = \"exec\"\ncommand        = [\"PLUGIN\", \"-v\"]"
        ),
        ("providers.options", "\"02\"", "\"03\""), ("providers.registration", "02-006-00001", "02-006-00002"),
        ("providers.verified_on", "2026-10-01", "2026-10-02"), ("providers.identity", "\"verified\"", "\"pending\""),
        ("providers.identity_until", "2027-10-01", "2027-10-02"), ("providers.fee.percent", "\"1.5%\"", "\"1.6%\""),
        ("providers.fee.fixed", "fixed = \"500 KRW\"", "fixed = \"501 KRW\""),
        ("providers.fee.minimum", "minimum = \"500 KRW\"", "minimum = \"501 KRW\""),
        ("providers.fee.maximum", "maximum = \"5000 KRW\"", "maximum = \"5001 KRW\""),
        ("providers.minimum", "minimum        = \"5000 KRW\"", "minimum = \"5001 KRW\""),
        ("providers.step", "\"1 KRW\"", "\"2 KRW\""), ("providers.timeout", "\"60s\"", "\"61s\""),
        ("providers.reversal_window", "reversal_window = \"30d\"", "reversal_window = \"31d\""),
        ("providers.processing", "\"10m..24h\"", "\"11m..24h\""), ("providers.bundles", "true", "false"),
    ]
    /// Proven by what they refer to: another value is a fault or another adapter.
    private static let references: Set = [
        "limits.budget", "rates.adapter", "rates.command", "rates.credentials", "cashouts.to", "cashouts.max_fee",
        "cashouts.budget", "destinations.provider", "providers.adapter", "providers.credentials", "providers.fee",
    ]

    @Test(arguments: changes.map(\.key))
    func `another value makes another configuration`(key: String) throws {
        let change = try #require(Self.changes.first { $0.key == key })
        let document = CashOutExampleTests.document
        let changed = document.replacing(change.from, with: change.to)
        #expect(changed != document)
        let folder = try ConfigurationFolder(document)
        let before = try folder.load().cashOuts
        let program = folder.folder.path(of: "plugin")
        try folder.folder.write("walletd.toml", changed.replacing("PLUGIN", with: program))
        #expect(try folder.load().cashOuts != before)
    }

    @Test func `every key of the example is tried`() {
        var table = ""
        var keys: Set<String> = []
        for line in CashOutExampleTests.document.split(separator: "\n") {
            if line.hasPrefix("[") {
                table = String(line.dropFirst().prefix { $0 != "." && $0 != "]" })
            } else if table != "sources" {
                keys.insert("\(table).\(line.prefix { $0 != " " })")
            }
        }
        let tried = Set(Self.changes.map(\.key)).union(Self.references)
        #expect(keys.subtracting(tried).isEmpty)
    }

    @Test(arguments: [
        "to         = \"my-bank\"", "provider    = \"acme\"", "adapter        = \"exec\"", "adapter     = \"fixed\"",
        "credentials    = [\"token\"]", "credentials = [\"token\"]", "account     = { credential = \"token\" }",
    ])
    func `a reference to something else is a fault`(line: String) throws {
        let wrong = line.replacing(/"[a-z-]+"/, with: "\"nothing-like-it\"")
        let document = CashOutExampleTests.document.replacing(line, with: wrong)
        #expect(document != CashOutExampleTests.document)
        #expect(try ConfigurationFolder.report(document).count == 1)
    }
}
