import Testing
import WalletAdapters
import WalletCore
import WalletDaemon

@Suite struct ProviderSectionTests {
    @Test(arguments: [
        ("command = [\"PLUGIN\"]", "1:1: missing key `adapter`"),
        ("adapter = \"exec\"", "1:1: missing key `command`"),
        ("adapter = \"exec\"\ncomand = [\"PLUGIN\"]", "3:1: unknown key `comand`; did you mean `command`?"),
        ("adapter = \"exec\"\ncommand = [\"/nowhere\"]", "3:1: `command`: /nowhere does not exist"),
        (
            "adapter = \"exec\"\ncommand = [\"PLUGIN\"]\noptions = { pin = 1234 }",
            "4:13: `pin` looks like a secret, which never stands in the file; name a credential for it in `credentials`"
        ),
        (
            "adapter = \"exec\"\ncommand = [\"PLUGIN\"]\ncredentials = [\"lost\"]",
            "4:1: `credentials`: credential lost is missing"
        ),
        ("adapter = \"exec\"\ncommand = [\"PLUGIN\"]\nevery = \"1h\"", "4:1: unknown key `every`"),
        (
            "adapter = \"lnbits\"\nurl = \"https://a.example\"\nkey = { credential = \"token\" }\nnetwork = \"tesnet\"",
            "5:1: `network` must be one of \"bitcoin\", \"testnet\", \"signet\", \"regtest\", not \"tesnet\"; did you mean \"testnet\"?"
        ),
        (
            "adapter = \"lnbits\"\nurl = \"https://a.example\"\nkey = { credential = \"token\" }\nfee = { fixed = \"5 KRW\" }",
            "5:1: `fee` is in KRW; what goes over Lightning costs SAT"
        ),
        ("adapter = \"exec\"\ncommand = [\"PLUGIN\"]\nquota = \"1/h\"", "4:1: unknown key `quota`"),
    ])
    func `a wrong key of the adapter is a fault`(lines: String, fault: String) throws {
        #expect(try CashOutDocument.report("[providers.x]\n\(lines)") == ["walletd.toml:\(fault)"])
    }

    @Test(arguments: [
        ("registration = 5", "`registration` must be a string, not an integer"),
        ("registration = \"\"", "`registration`: 1 to 128 bytes are wanted, without control characters"),
        ("registration = \"a\\nb\"", "`registration`: 1 to 128 bytes are wanted, without control characters"),
        (
            "verified_on = \"2026-10-01\"",
            "`verified_on` must be a date like 2026-11-22, without quotes, not a string"
        ),
        (
            "verified_on = 2026-10-01T10:00:00Z",
            "`verified_on` must be a date like 2026-11-22, without a time, not a date-time"
        ),
        ("identity_until = 2026", "`identity_until` must be a date like 2026-11-22, without quotes, not an integer"),
        (
            "identity = \"verifed\"",
            "`identity` must be one of \"none\", \"pending\", \"verified\", \"rejected\", not \"verifed\"; did you mean \"verified\"?"
        ),
        ("minimum = \"-1 KRW\"", "`minimum`: -1 KRW is below zero"),
        ("step = \"0 KRW\"", "`step`: 0 KRW is not above zero"),
        ("timeout = \"11m\"", "`timeout`: \"11m\" is out of range: from 1s to 10m"),
        ("reversal_window = 30", "`reversal_window` must be a duration like \"15m\", not an integer"),
        ("processing = 10", "`processing` must be a duration or two, like \"10m..24h\", not an integer"),
        (
            "processing = \"24h..10m\"",
            "`processing`: \"24h..10m\" begins with the longer time; the shorter one comes first"
        ),
        (
            "processing = \"10m..\"",
            "`processing`: \"\" is not a duration: a whole number and one of s, m, h, d, w, y, like \"90s\" or \"30d\""
        ),
        (
            "processing = \"10m...24h\"",
            "`processing`: \".24h\" is not a duration: a whole number and one of s, m, h, d, w, y, like \"90s\" or \"30d\""
        ),
        ("bundles = \"yes\"", "`bundles` must be true or false, not a string"),
        ("bundle = true", "unknown key `bundle`; did you mean `bundles`?"),
        ("fee = \"1%\"", "`fee` must be a table, not a string"),
        (
            "fee = {}", "`fee`: the table is empty; where nothing is taken it is { percent = \"0%\" }"
        ),
    ])
    func `a wrong term is a fault at its key`(line: String, fault: String) throws {
        let report = try CashOutDocument.report("[providers.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n\(line)")
        #expect(report == ["walletd.toml:4:1: \(fault)"])
    }

    /// Only a warning: the clock may be wrong.
    @Test func `a check on a day that has not come is warned of`() throws {
        let document = "[providers.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n"
        let report = try CashOutDocument.report("\(document)verified_on = 2026-11-24")
        let warning =
            "`verified_on`: 2026-11-24 is a day that has not come yet, so x does not count as verified"
        #expect(report.dropFirst() == ["walletd.toml:4:1: warning: \(warning)"])
        #expect(try CashOutDocument.report("\(document)verified_on = 2026-11-23").count == 1)
    }

    @Test(arguments: [
        ("percent = 1.5", "4:9: `percent` must be a percentage like \"1.5%\", not a float"),
        (
            "percent = \"1.5\"",
            "4:9: `percent`: \"1.5\" is not a percentage (percentages are written like \"5%\" or \"0.3%\")"
        ),
        ("fixed = \"-5 KRW\"", "4:9: `fixed`: -5 KRW is below zero"),
        (
            "fixed = \"5 KRW\", maximum = \"5.00 USD\"",
            "4:26: `maximum` is in USD and `fixed` in KRW: a fee table has one asset"
        ),
        (
            "minimum = \"5 KRW\", maximum = \"4 KRW\"", "4:28: `maximum`: 4 KRW is less than `minimum`, 5 KRW"
        ),
        ("percnt = \"1%\"", "4:9: unknown key `percnt`; did you mean `percent`?"),
    ])
    func `a fee table has one asset and a range that is one`(keys: String, fault: String) throws {
        let report = try CashOutDocument.report(
            "[providers.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\nfee = { \(keys) }")
        #expect(report == ["walletd.toml:\(fault)"])
    }

    @Test func `an adapter that does not exist names those that do, and misspelled terms are found all the same`()
        throws
    {
        let report = try CashOutDocument.report(
            "[providers.x]\nadapter = \"stripe\"\ncommnd = [\"PLUGIN\"]\nbundle = true\nkeyring = \"x\"\nstep = \"0 KRW\""
        )
        #expect(
            report.dropFirst() == [
                "walletd.toml:3:1: unknown key `commnd`; did you mean `command`?",
                "walletd.toml:4:1: unknown key `bundle`; did you mean `bundles`?",
                "walletd.toml:6:1: `step`: 0 KRW is not above zero",
            ])
        #expect(report[0].hasPrefix("walletd.toml:2:1: `adapter` must be one of \"exec\""))
    }

    @Test func `what an LNbits server keeps back is what the fee says`() throws {
        let folder = try ConfigurationFolder(
            """
            [providers.x]
            adapter = "lnbits"
            url = "https://a.example"
            key = { credential = "token" }
            network = "regtest"
            fee = { percent = "0.5%" }
            """)
        let server = LNbitsDefinition(url: "https://a.example", key: .credential("token"))
        let fee = FeeTable(percent: try Percentage.parse("0.5%"))
        #expect(
            try folder.load().cashOuts.providers[0].definition
                == .lnbits(LNbitsProviderDefinition(server: server, network: .regtest, reserve: fee)))
    }

    @Test func `defaults stand for what a provider leaves out`() throws {
        let folder = try ConfigurationFolder("[providers.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n")
        let terms = try folder.load().cashOuts.providers[0].terms
        #expect(terms == Provider(name: "x", adapter: "exec", identityHash: ""))
        #expect(terms.timeout == .seconds(60))
        #expect(terms.reversalWindow == .seconds(30 * 86_400))
    }

    @Test(arguments: [("10m..24h", 600, 86_400), ("1d", 86_400, 86_400), ("0s", 0, 0)])
    func `a processing time is one duration or two`(text: String, least: Int, most: Int) throws {
        let folder = try ConfigurationFolder(
            "[providers.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\nprocessing = \"\(text)\"\n")
        #expect(
            try folder.load().cashOuts.providers[0].terms.processing
                == ProcessingTime(.seconds(least), .seconds(most)))
    }
}
