import Testing
import WalletCore
import WalletDaemon

@Suite struct CashOutSectionTests {
    private static let start = "[cashouts.tips]\nfrom = [\"tips\"]\nwhen_above = \"50000 SAT\"\nto = \"bank\"\n"

    @Test(arguments: [
        ("from = [\"tips\"]\nwhen_above = \"5 SAT\"", ["1:1: missing key `to`"]),
        ("from = [\"tips\"]\nto = \"bank\"", ["1:1: missing key `when_above`"]),
        ("when_above = \"5 SAT\"\nto = \"bank\"", ["1:1: missing key `from`"]),
        (
            "form = [\"tips\"]\nwhen_abov = \"5 SAT\"\nto = \"bank\"",
            [
                "2:1: unknown key `form`; did you mean `from`?",
                "3:1: unknown key `when_abov`; did you mean `when_above`?",
            ]
        ),
        ("", ["1:1: missing key `from`", "1:1: missing key `to`", "1:1: missing key `when_above`"]),
    ])
    func `what a rule must have is a fault at its header`(lines: String, faults: [String]) throws {
        #expect(try CashOutDocument.report("[cashouts.tips]\n\(lines)") == faults.map { "walletd.toml:\($0)" })
    }

    @Test(arguments: [
        (
            "mode = \"automatic\"",
            "`mode` must be one of \"dry-run\", \"ask\", \"auto\", not \"automatic\"; did you mean \"auto\"?"
        ),
        ("mode = true", "`mode` must be one of \"dry-run\", \"ask\", \"auto\", not true or false"),
        ("leave = 5000", "`leave` must be an amount like \"3000 KRW\", not an integer"),
        ("leave = \"-1 SAT\"", "`leave`: -1.000 SAT is below zero"),
        ("leave = \"5 KRW\"", "`leave`: it is in KRW and `when_above` in SAT: a rule moves one asset"),
        ("min_amount = \"0 SAT\"", "`min_amount`: 0.000 SAT is not above zero"),
        ("min_amount = \"5 KRW\"", "`min_amount`: it is in KRW and `when_above` in SAT: a rule moves one asset"),
        ("max_amount = \"0 SAT\"", "`max_amount`: 0.000 SAT is not above zero"),
        ("max_amount = \"9 BTC\"", "`max_amount`: it is in BTC and `when_above` in SAT: a rule moves one asset"),
        ("confirm = 0", "`confirm` must be an integer from 1 to 100, not 0"),
        ("confirm = \"2\"", "`confirm` must be an integer from 1 to 100, not a string"),
        ("cooldown = 1", "`cooldown` must be a duration like \"15m\", not an integer"),
        (
            "cooldown = \"-1d\"",
            "`cooldown`: \"-1d\" is not a duration: a whole number and one of s, m, h, d, w, y, like \"90s\" or \"30d\""
        ),
        ("max_age = \"0s\"", "`max_age`: \"0s\" is out of range: from 1s to 100y"),
        ("before_expiry = \"0d\"", "`before_expiry`: \"0d\" is out of range: from 1s to 100y"),
        ("approve_within = \"101y\"", "`approve_within`: \"101y\" is out of range: from 1s to 100y"),
        ("max_fees = \"5%\"", "unknown key `max_fees`; did you mean `max_fee`?"),
        ("account = { credential = \"token\" }", "unknown key `account`"),
        ("budget = \"5 SAT\"", "`budget` must be a table, not a string"),
    ])
    func `a wrong key or value of a rule is a fault at its key`(line: String, fault: String) throws {
        #expect(try CashOutDocument.report(Self.start + line) == ["walletd.toml:5:1: \(fault)"])
    }

    @Test(arguments: [
        ("[]", "the list is empty; without the key there is no ceiling"),
        ("\"5\"", "\"5\" names no asset: after the number comes one space and the asset, as in \"3000 KRW\""),
        ("[\"5%\", \"0.3%\"]", "the list holds a second percentage"),
        ("[\"5 KRW\", \"5%\", \"4 SAT\"]", "the list holds a second amount"),
        ("\"-5%\"", "\"-5%\" is not a percentage (percentages are written like \"5%\" or \"0.3%\")"),
        ("[\"-1 KRW\"]", "-1 KRW is below zero"),
    ])
    func `a fee ceiling is a percentage, an amount, or one of each`(value: String, fault: String) throws {
        let report = try CashOutDocument.report("\(Self.start)max_fee = \(value)")
        #expect(report == ["walletd.toml:5:1: `max_fee`: \(fault)"])
    }

    @Test(arguments: ["5", "[5]", "[[\"5%\"]]", "{ percent = \"5%\" }"])
    func `a fee ceiling of another sort says what is wanted`(value: String) throws {
        let report = try CashOutDocument.report("\(Self.start)max_fee = \(value)")
        #expect(report.count == 1)
        #expect(
            report[0].hasPrefix(
                "walletd.toml:5:1: `max_fee` must be a percentage, an amount, or a list of both, like "
                    + "[\"5%\", \"1000 KRW\"], not "))
    }

    @Test(arguments: [
        ("{ }", ["missing key `amount`", "missing key `every`", "missing key `fees`"]),
        ("{ amount = \"5 SAT\", fees = \"0 SAT\" }", ["missing key `every`"]),
        ("{ amount = \"0 SAT\", fees = \"0 SAT\", every = \"1d\" }", ["`amount`: 0.000 SAT is not above zero"]),
        ("{ amount = \"6000 SAT\", fees = \"-1 SAT\", every = \"1d\" }", ["`fees`: -1.000 SAT is below zero"]),
        (
            "{ amount = \"6000 SAT\", fees = \"1 SAT\", every = \"0d\" }",
            ["`every`: \"0d\" is out of range: from 1s to 100y"]
        ),
        (
            "{ amount = \"6000 SAT\", fee = \"1 SAT\", every = \"1d\" }",
            ["unknown key `fee`; did you mean `fees`?"]
        ),
    ])
    func `a budget has an amount, fees and a window`(value: String, faults: [String]) throws {
        let report = try CashOutDocument.report("\(Self.start)budget = \(value)")
        #expect(report.map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) } == faults)
        #expect(report.allSatisfy { $0.hasPrefix("walletd.toml:5:") })
    }

    @Test func `what acts by itself has a budget and limits over all`() throws {
        #expect(
            try CashOutDocument.report(Self.start + "mode = \"auto\"") == [
                "walletd.toml:1:1: missing key `budget`: a rule with mode = \"auto\" has one",
                "walletd.toml:5:1: `mode`: \"auto\" takes a table [limits] too, with a `budget` over all cash-outs together",
            ])
        let budget = "budget = { amount = \"1 BTC\", fees = \"5 KRW\", every = \"30d\" }"
        #expect(
            try CashOutDocument.report("\(Self.start)mode = \"auto\"\n\(budget)\n[limits]\n\(budget)").isEmpty)
        #expect(try CashOutDocument.report("\(Self.start)mode = \"ask\"").isEmpty)
    }

    @Test(arguments: [
        ("[limits]", "1:1: missing key `budget`"),
        ("[limits]\nbudgte = 1", "2:1: unknown key `budgte`; did you mean `budget`?"),
        ("limits = 5", "1:1: `limits` must be a table, not an integer"),
    ])
    func `limits without their budget are a fault there, and not at each rule besides`(
        lines: String, fault: String
    ) throws {
        let budget = "budget = { amount = \"1 BTC\", fees = \"5 KRW\", every = \"30d\" }"
        #expect(
            try CashOutDocument.report("\(lines)\n\(Self.start)mode = \"auto\"\n\(budget)")
                == ["walletd.toml:\(fault)"])
    }

    @Test func `defaults stand for what a rule leaves out`() throws {
        let folder = try ConfigurationFolder(Self.start + CashOutDocument.tail)
        let sat = Asset(code: "SAT", scale: 3)
        let expected = CashOutRule(
            name: "tips", from: [HoldingPattern(source: Glob("tips"))], whenAbove: Amount(units: 50_000_000, of: sat),
            to: "bank")
        #expect(try folder.load().cashOuts.rules == [expected])
        #expect(expected.mode == .dryRun)
        #expect(expected.confirm == 2)
        #expect(expected.leave == .zero(of: sat))
    }

    @Test func `a table that is none is a fault, a bad name too`() throws {
        #expect(
            try CashOutDocument.report("[cashouts]\ntips = 1") == [
                "walletd.toml:2:1: `tips` must be a table, [cashouts.tips], not an integer"
            ])
        let report = try CashOutDocument.report(Self.start.replacing("cashouts.tips", with: "cashouts.Tips"))
        #expect(
            report == [
                "walletd.toml:1:11: \"Tips\" is not a name: the first character must be one of a-z and 0-9"
            ])
    }
}
