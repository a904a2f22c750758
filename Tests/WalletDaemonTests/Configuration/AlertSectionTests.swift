import Testing
import WalletCore
import WalletDaemon

@Suite struct AlertSectionTests {
    /// Six lines before the rule's table.
    private static let sources = """
        [sources.tmoney]
        adapter = "file"
        path = "/t.csv"
        every = "1h"
        [sources.cards]
        adapter = "manual"

        """

    @Test(arguments: [
        ("falls_by", "\"5%\""), ("total_below", "\"3 KRW\""), ("expires_within", "\"30d\""),
        ("runs_out_within", "\"30d\""), ("colour", "\"red\""), ("sevrity", "\"info\""),
    ])
    func `beside a key that nobody knows, a missing condition is told too`(key: String, value: String) throws {
        let report = try report("\(key) = \(value)")
        #expect(report.count == 2)
        #expect(
            report.first?.hasPrefix("walletd.toml:7:1: missing condition: a rule has exactly one of `below`") == true)
        #expect(report.last?.hasPrefix("walletd.toml:8:1: unknown key `\(key)`") == true)
    }

    private func report(_ lines: String) throws -> [String] {
        try ConfigurationFolder.report("\(Self.sources)[alerts.low]\n\(lines)\n")
            .filter { !$0.hasPrefix("configuration is sound") }
    }

    @Test(arguments: [
        (
            "",
            "7:1: missing condition: a rule has exactly one of `below`, `at_or_below`, `above`, `at_or_above`, `idle_for`, `stale_for`"
        ),
        ("belwo = \"3 KRW\"", "8:1: unknown key `belwo`; did you mean `below`?"),
        (
            "below = \"3 KRW\"\nabove = \"9 KRW\"",
            "9:1: `above` is a second condition beside `below`; a rule has exactly one"
        ),
        (
            "above = \"9 KRW\"\nbelow = \"3 KRW\"",
            "9:1: `below` is a second condition beside `above`; a rule has exactly one"
        ),
        ("below = 3000", "8:1: `below` must be an amount like \"3000 KRW\", not an integer"),
        ("below = \"3.5 KRW\"", "8:1: `below`: \"3.5 KRW\" has too many digits after the point: KRW has none"),
        (
            "below = \"3000\"",
            "8:1: `below`: \"3000\" names no asset: after the number comes one space and the asset, as in \"3000 KRW\""
        ),
        (
            "idle_for = \"x\"",
            "8:1: `idle_for`: \"x\" is not a duration: a whole number and one of s, m, h, d, w, y, like \"90s\" or \"30d\""
        ),
        (
            "below = \"3 KRW\"\nclear_at = \"2 KRW\"",
            "9:1: `clear_at`: 2 KRW is on the side where the alert holds; it must be at or above 3 KRW"
        ),
        (
            "at_or_below = \"3 KRW\"\nclear_at = \"3 KRW\"",
            "9:1: `clear_at`: 3 KRW is on the side where the alert holds; it must be above 3 KRW"
        ),
        (
            "above = \"3 KRW\"\nclear_at = \"4 KRW\"",
            "9:1: `clear_at`: 4 KRW is on the side where the alert holds; it must be at or below 3 KRW"
        ),
        (
            "at_or_above = \"3 KRW\"\nclear_at = \"3 KRW\"",
            "9:1: `clear_at`: 3 KRW is on the side where the alert holds; it must be below 3 KRW"
        ),
        ("below = \"3 KRW\"\nclear_at = \"4.00 USD\"", "9:1: `clear_at`: it is in USD, the threshold in KRW"),
        ("idle_for = \"1d\"\nclear_at = \"4 KRW\"", "9:1: `clear_at` goes with a threshold; `idle_for` has none"),
        (
            "below = \"3 KRW\"\nat_least = \"4.00 USD\"",
            "9:1: `at_least` is in USD and `below` in KRW: no holding could meet both"
        ),
        (
            "below = \"3 KRW\"\nat_least = \"3 KRW\"",
            "9:1: warning: `at_least` leaves out every holding that `below` is about"
        ),
        (
            "below = \"3 KRW\"\nasset = [\"USD\", \"B*\"]",
            "8:1: `below` is in KRW, which `asset` leaves out: it can never hold"
        ),
        ("below = \"3 KRW\"\nfor = \"2y\"", "9:1: `for`: \"2y\" is out of range: from 0s to 366d"),
        (
            "below = \"3 KRW\"\nseverity = \"warnig\"",
            "9:1: `severity` must be one of \"info\", \"warning\", \"critical\", not \"warnig\"; did you mean \"warning\"?"
        ),
        ("below = \"3 KRW\"\nrenotify = false", "9:1: `renotify` must be a duration like \"15m\", not true or false"),
        ("below = \"3 KRW\"\nsevrity = \"info\"", "9:1: unknown key `sevrity`; did you mean `severity`?"),
    ])
    func `a wrong key or value of a rule is a fault`(lines: String, fault: String) throws {
        #expect(try report(lines) == ["walletd.toml:\(fault)"])
    }

    @Test(arguments: [
        ("source = \"tmony\"", "9:1: `source`: source \"tmony\" is not configured; did you mean \"tmoney\"?"),
        ("source = [\"cards\", \"elsewhere\"]", "9:1: `source`: source \"elsewhere\" is not configured"),
        ("source = []", "9:1: `source`: the list is empty; without the key everything is meant"),
        ("source = \"\"", "9:1: `source`: a name is empty"),
        ("source = [[\"cards\"]]", "9:1: `source` must be a name, a pattern or a list of them, not a list"),
        ("source = 7", "9:1: `source` must be a name, a pattern or a list of them, not an integer"),
        ("source = \"toss*\"", "9:1: warning: the rule matches no source that is configured"),
        ("source = [\"toss*\", \"x?\"]", "9:1: warning: the rule matches no source that is configured"),
        (
            "account = \"a/b\"",
            "9:1: `account`: \"a/b\" is not the name of an account: it holds a \"/\", which separates source, account and asset"
        ),
        ("kind = \"x*\"", "9:1: `kind`: \"x*\" matches no kind"),
    ])
    func `a wrong selection is a fault, a pattern without a match a warning`(line: String, fault: String) throws {
        #expect(try report("below = \"3 KRW\"\n\(line)") == ["walletd.toml:\(fault)"])
    }

    @Test func `every unknown name of a list is reported`() throws {
        #expect(
            try report("below = \"3 KRW\"\nsource = [\"tmony\", \"card\"]\nkind = [\"bnak\", \"prepaid\"]").map {
                $0.prefix { $0 != ";" }
            } == [
                "walletd.toml:9:1: `source`: source \"card\" is not configured",
                "walletd.toml:9:1: `source`: source \"tmony\" is not configured",
                "walletd.toml:10:1: `kind` must be one of \"bank\", \"wallet\", \"prepaid\", \"game-credit\", \"gift-card\", "
                    + "\"points\", \"cashback\", \"refund\", \"earnings\", \"crypto\", \"carrier-billing\", not \"bnak\"",
            ])
    }

    @Test(arguments: ["source = \"*\"", "account = \"**\"", "kind = [\"bank\", \"*\"]", "asset = \"*\"", ""])
    func `what selects everything is no selection`(line: String) throws {
        let folder = try ConfigurationFolder("\(Self.sources)[alerts.low]\nbelow = \"3 KRW\"\n\(line)\n")
        #expect(try folder.load().rules[0].selection == Selection())
    }

    @Test func `equality with the threshold clears below and above, and zero time is no time`() throws {
        let folder = try ConfigurationFolder(
            "\(Self.sources)[alerts.low]\nbelow = \"3 KRW\"\nclear_at = \"3 KRW\"\nfor = \"0s\"\n"
                + "[alerts.high]\nabove = \"3 KRW\"\nclear_at = \"3 KRW\"\n")
        let rules = try folder.load().rules
        #expect(rules.map(\.clearAt?.description) == ["3 KRW", "3 KRW"])
        #expect(rules[1].sustained == .zero)
    }

    @Test func `a time without readings that is no longer than a poll's interval is a warning`() throws {
        #expect(
            try report("stale_for = \"1h\"") == [
                "walletd.toml:8:1: warning: `stale_for` is not longer than `every` of source \"tmoney\": "
                    + "it fires between two polls"
            ])
        #expect(try report("stale_for = \"1h\"\nsource = \"cards\"") == [])
    }

    @Test func `without any source each rule is a warning at its header`() throws {
        #expect(
            try ConfigurationFolder.report("[alerts.low]\nbelow = \"3 KRW\"\n") == [
                "walletd.toml:1:1: warning: the rule matches no source that is configured",
                "configuration is sound: 0 sources, 1 alert",
            ])
    }
}
