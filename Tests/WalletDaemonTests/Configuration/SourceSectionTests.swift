import Testing
import WalletCore
import WalletDaemon

@Suite struct SourceSectionTests {
    @Test func `a polled source has defaults for what it leaves out`() throws {
        let folder = try ConfigurationFolder(
            """
            [sources.points]
            adapter = "file"
            path = "/srv/points.json"
            every = "2h"
            """)
        let settings = try folder.load().sources[0].settings
        #expect(
            settings
                == SourceSettings(
                    name: "points", adapter: "file", every: .seconds(7200), timeout: .seconds(30),
                    staleAfter: .seconds(3 * 7200), kind: .wallet))
    }

    @Test func `what a person recorded does not become stale by itself`() throws {
        let folder = try ConfigurationFolder("[sources.cards]\nadapter = \"manual\"\n")
        #expect(try folder.load().sources[0].settings.staleAfter == Duration.writtenMax)
    }

    @Test(arguments: [
        (
            "adapter = \"manul\"",
            "2:1: `adapter` must be one of \"manual\", \"file\", \"exec\", \"http\", \"lnbits\", not \"manul\"; did you mean \"manual\"?"
        ),
        (
            "adapter = \"oracle\"",
            "2:1: `adapter` must be one of \"manual\", \"file\", \"exec\", \"http\", \"lnbits\", not \"oracle\""
        ),
        (
            "adapter = 1",
            "2:1: `adapter` must be one of \"manual\", \"file\", \"exec\", \"http\", \"lnbits\", not an integer"
        ),
        ("", "1:1: missing key `adapter`"),
        ("adaptor = \"manual\"", "2:1: unknown key `adaptor`; did you mean `adapter`?"),
        (
            "adapter = \"manual\"\nevery = \"1h\"",
            "3:1: `every` is no key of a manual source: its balances are recorded by hand"
        ),
        (
            "adapter = \"file\"\npath = \"/p.csv\"\nevery = \"0s\"",
            "4:1: `every`: \"0s\" is out of range: from 1s to 366d"
        ),
        (
            "adapter = \"file\"\npath = \"/p.csv\"\nevery = \"1 h\"",
            "4:1: `every`: \"1 h\" is not a duration: a whole number and one of s, m, h, d, w, y, like \"90s\" or \"30d\""
        ),
        (
            "adapter = \"file\"\npath = \"/p.csv\"\nevery = 60",
            "4:1: `every` must be a duration like \"15m\", not an integer"
        ),
        ("adapter = \"file\"\npath = \"/p.csv\"\nevry = \"1h\"", "4:1: unknown key `evry`; did you mean `every`?"),
        (
            "adapter = \"file\"\npath = \"/p.csv\"\ntimeout = \"11m\"",
            "4:1: `timeout`: \"11m\" is out of range: from 1s to 10m"
        ),
        (
            "adapter = \"file\"\npath = \"/p.csv\"\nquota = \"often\"",
            "4:1: `quota`: \"often\" is not a quota: a number of polls from 1 to 100000, \"/\" and a duration, like \"4/24h\""
        ),
        (
            "adapter = \"file\"\npath = \"/p.csv\"\nkind = \"giftcard\"",
            "4:1: `kind` must be one of \"bank\", \"wallet\", \"prepaid\", \"game-credit\", \"gift-card\", \"points\", \"cashback\", \"refund\", \"earnings\", \"crypto\", \"carrier-billing\", not \"giftcard\"; did you mean \"gift-card\"?"
        ),
        (
            "adapter = \"file\"\npath = \"/p.csv\"\nwithdrawal = true",
            "4:1: `withdrawal` must be one of \"direct\", \"partner\", \"voucher\", \"none\", not true or false"
        ),
        (
            "adapter = \"manual\"\nkind = \"carrier-billing\"\nwithdrawal = \"direct\"",
            "4:1: `withdrawal` must be \"none\" where `kind` is \"carrier-billing\": that is debt, not money"
        ),
        (
            "adapter = \"file\"\npath = \"/p.csv\"\nevery = \"1h\"\nstale_after = \"1h\"",
            "5:1: warning: `stale_after` is not longer than `every`: the balances are stale between polls"
        ),
        ("adapter = \"file\"", "1:1: missing key `path`"),
        (
            "adapter = \"file\"\npath = \"points.csv\"",
            "3:1: `path`: an absolute path is wanted, which begins with \"/\""
        ),
        (
            "adapter = \"file\"\npath = \"/points\"",
            "1:1: missing key `format`: the ending of `path` is neither .csv nor .json"
        ),
        (
            "adapter = \"file\"\npath = \"/points\"\nformat = \"xml\"",
            "4:1: `format` must be one of \"csv\", \"json\", not \"xml\""
        ),
        (
            "adapter = \"file\"\npath = \"/points\"\nfromat = \"csv\"",
            "4:1: unknown key `fromat`; did you mean `format`?"
        ),
    ])
    func `a wrong key or value of a source is a fault`(lines: String, fault: String) throws {
        let report = try ConfigurationFolder.report("[sources.x]\n\(lines)\n")
        #expect(report.filter { !$0.hasPrefix("configuration is sound") } == ["walletd.toml:\(fault)"])
    }

    @Test(arguments: ["X", "-x", "'a b'", "\"\"", "ä", String(repeating: "a", count: 64)])
    func `a name that is none is a fault at the name`(name: String) throws {
        let name = name == "ä" ? "\"ä\"" : name
        let report = try ConfigurationFolder.report("[sources.\(name)]\nadapter = \"manual\"\n")
        #expect(report.count == 1)
        #expect(report[0].hasPrefix("walletd.toml:1:10: \""))
        #expect(report[0].contains("\" is not a name: "))
    }

    @Test func `two forms of one name in Unicode are two faults`() throws {
        let report = try ConfigurationFolder.report(
            "[sources.\"\u{E9}\"]\nadapter = \"manual\"\n[sources.\"e\u{301}\"]\nadapter = \"manual\"\n")
        #expect(report.map { $0.prefix(17) } == ["walletd.toml:1:10", "walletd.toml:3:10"])
    }

    @Test func `with an unknown adapter the keys of all adapters are known, and the shared ones checked`() throws {
        let report = try ConfigurationFolder.report(
            """
            [sources.x]
            adapter = "oracle"
            key = "x"
            command = ["/bin/true"]
            path = "/x.csv"
            every = "often"
            evry = "1h"
            """)
        #expect(
            report == [
                "walletd.toml:2:1: `adapter` must be one of \"manual\", \"file\", \"exec\", \"http\", \"lnbits\", not \"oracle\"",
                "walletd.toml:6:1: `every`: \"often\" is not a duration: a whole number and one of s, m, h, d, w, y, "
                    + "like \"90s\" or \"30d\"",
                "walletd.toml:7:1: unknown key `evry`; did you mean `every`?",
            ])
    }

    @Test func `with a misspelled adapter the keys of the one that was meant are checked`() throws {
        let report = try ConfigurationFolder.report("[sources.x]\nadapter = \"exce\"\nurl = \"https://x.example\"\n")
        #expect(
            report == [
                "walletd.toml:1:1: missing key `command`",
                "walletd.toml:2:1: `adapter` must be one of \"manual\", \"file\", \"exec\", \"http\", \"lnbits\", not \"exce\"; "
                    + "did you mean \"exec\"?",
                "walletd.toml:3:1: unknown key `url`",
            ])
    }

    @Test func `something that is no table is a fault, and not an unknown source besides`() throws {
        let report = try ConfigurationFolder.report(
            "[sources]\nx = 1\n[alerts.low]\nsource = \"x\"\nbelow = \"1 KRW\"\n")
        #expect(report == ["walletd.toml:2:1: `x` must be a table, [sources.x], not an integer"])
    }
}
