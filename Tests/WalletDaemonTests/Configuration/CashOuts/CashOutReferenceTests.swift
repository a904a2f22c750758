import Testing
import WalletDaemon

/// What a rule names, and what it could never do.
@Suite struct CashOutReferenceTests {
    private func report(from: String, _ more: String = "") throws -> [String] {
        try CashOutDocument.report(
            "[cashouts.tips]\nfrom = \(from)\nwhen_above = \"50000 SAT\"\nto = \"bank\"\n\(more)")
    }

    @Test(arguments: [
        ("[\"tps\"]", "`from`: source \"tps\" is not configured; did you mean \"tips\"?"),
        ("[\"tips\", \"elsewhere/main\"]", "`from`: source \"elsewhere\" is not configured"),
        ("[]", "`from`: the list is empty; it names at least one holding"),
        ("\"\"", "`from`: the name of a source is empty"),
        ("[\"/main\"]", "`from`: the name of a source is empty"),
        ("[\"tips/\"]", "`from`: \"\" is not the name of an account: it is empty"),
        (
            "[\"tips/main/SAT\"]",
            "`from`: \"tips/main/SAT\" has more than one \"/\"; a holding is \"source\" or \"source/account\" here, "
                + "its asset is that of `when_above`"
        ),
        ("7", "`from` must be a list of holdings, like [\"tips\", \"cards/card-1\"], not an integer"),
        ("[[\"tips\"]]", "`from` must be a list of holdings, like [\"tips\", \"cards/card-1\"], not a list"),
        ("[\"toss*\", \"x?/main\"]", "warning: the rule matches no source that is configured"),
        (
            "[\"phone\"]",
            "`from`: kind = \"carrier-billing\" in source \"phone\": that is debt, not money, and can never be cashed out"
        ),
        (
            "[\"tips\", \"ph*/card-1\"]",
            "`from`: kind = \"carrier-billing\" in source \"phone\": that is debt, not money, and can never be cashed out"
        ),
        (
            "[\"tips\", \"sh*\", \"shut\"]",
            "warning: `from`: withdrawal = \"none\", which is the default, in sources \"shop\", \"shut\": "
                + "nothing leaves there until it says how (\"direct\", \"partner\" or \"voucher\")"
        ),
    ])
    func `holdings are those of configured sources that let value out`(from: String, fault: String) throws {
        #expect(try report(from: from) == ["walletd.toml:2:1: \(fault)"])
    }

    @Test(arguments: ["\"tips\"", "[\"tips\"]", "[\"tips/main\", \"t?ps/*\"]", "[\"t*\"]"])
    func `names and patterns of sources and accounts are taken`(from: String) throws {
        #expect(try report(from: from).isEmpty)
    }

    @Test func `a destination and its provider are tables that are there`() throws {
        #expect(
            try CashOutDocument.report("[cashouts.tips]\nfrom = \"tips\"\nwhen_above = \"5 SAT\"\nto = \"bnak\"") == [
                "walletd.toml:4:1: `to`: destination \"bnak\" is not configured; did you mean \"bank\"?"
            ])
        #expect(
            try CashOutDocument.report(
                "[destinations.home]\nprovider = \"acmee\"\naccount = { credential = \"token\" }") == [
                    "walletd.toml:2:1: `provider`: provider \"acmee\" is not configured; did you mean \"acme\"?"
                ])
    }

    @Test func `a destination that has a fault is not unknown besides`() throws {
        let report = try CashOutDocument.report(
            "[cashouts.tips]\nfrom = \"tips\"\nwhen_above = \"5 SAT\"\nto = \"home\"\n[destinations]\nhome = 1",
            behind: CashOutDocument.tail)
        #expect(report == ["walletd.toml:6:1: `home` must be a table, [destinations.home], not an integer"])
    }

    @Test(arguments: [
        ("leave = \"50001 SAT\"", "3:1: `when_above`"),
        ("min_amount = \"7000 SAT\"\nmax_amount = \"6000 SAT\"", "5:1: `min_amount`"),
        ("max_amount = \"4999 SAT\"", "5:1: `max_amount`"),
        ("budget = { amount = \"4000 SAT\", fees = \"0 SAT\", every = \"1d\" }", "5:1: `budget`"),
    ])
    func `a rule that could never act is a fault at the key that is in its way`(lines: String, place: String) throws {
        let report = try report(from: "\"tips\"", lines)
        #expect(report.count == 1)
        #expect(report[0].hasPrefix("walletd.toml:\(place): the rule could never act: "))
    }

    @Test func `what a rule could never do is said beside its other faults`() throws {
        let report = try CashOutDocument.report(
            "[cashouts.x]\nfrom = \"tips\"\nwhen_above = \"5 SAT\"\nleave = \"6 SAT\"\nto = \"nowhere\"\nconfirm = 0")
        #expect(report.map { $0.prefix(16) } == ["walletd.toml:3:1", "walletd.toml:5:1", "walletd.toml:6:1"])
    }

    @Test(arguments: [
        "leave = \"50000 SAT\"", "min_amount = \"7000 SAT\"\nmax_amount = \"7000 SAT\"", "max_amount = \"5000 SAT\"",
        "budget = { amount = \"4 KRW\", fees = \"0 SAT\", every = \"1d\" }",
    ])
    func `at the limit a rule may act, and amounts of different assets are not compared`(lines: String) throws {
        #expect(try report(from: "\"tips\"", lines).isEmpty)
    }

    @Test func `limits below what must be moved are a fault that names the rule`() throws {
        let report = try report(
            from: "\"tips\"", "[limits]\nbudget = { amount = \"4000 SAT\", fees = \"0 SAT\", every = \"1d\" }")
        #expect(report.count == 1)
        #expect(report[0].hasPrefix("walletd.toml:6:1: [cashouts.tips] could never act: "))
    }

    @Test func `an alert of the same name and a provider that nobody uses are warnings`() throws {
        let alert = "[alerts.tips]\nbelow = \"5 SAT\"\n"
        let spare = "[providers.spare]\nadapter = \"exec\"\n"
        let report = try report(from: "\"tips\"", "\(alert)\(spare)command = [\"PLUGIN\"]")
        #expect(
            report == [
                "walletd.toml:1:1: warning: an alert is called \"tips\", too: `walletctl why tips` tells of the cash-out, "
                    + "with `--type alert` of the alert",
                "walletd.toml:7:1: warning: no destination uses the provider \"spare\": nothing can be paid out by it",
            ])
        #expect(try self.report(from: "\"tips\"", spare).count == 1)
    }

    @Test func `rules that move value in a circle are a fault at the first of them`() throws {
        let report = try CashOutDocument.report(
            """
            [cashouts.there]
            from = "tips"
            when_above = "5 SAT"
            to = "tops"
            [cashouts.back]
            from = "tops"
            when_above = "5 SAT"
            to = "tips"
            [destinations.tips]
            provider = "acme"
            account = { credential = "token" }
            source = "tips"
            """)
        #expect(
            report == [
                "walletd.toml:8:1: `to`: value would go in a circle: tops (rule back) → tips (rule there) → tops"
            ])
    }

    @Test func `a rule into its own source is a circle`() throws {
        let report = try CashOutDocument.report("[cashouts.x]\nfrom = \"t*\"\nwhen_above = \"5 SAT\"\nto = \"tops\"")
        #expect(report == ["walletd.toml:4:1: `to`: value would go in a circle: tops (rule x) → tops"])
    }
}
