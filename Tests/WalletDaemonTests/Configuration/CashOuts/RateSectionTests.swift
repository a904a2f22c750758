import Testing
import WalletCore
import WalletDaemon

@Suite struct RateSectionTests {
    private static let pairs = "pairs = { \"USD/KRW\" = \"1391.20\" }"

    @Test(arguments: [
        ("as_of = 2026-11-20\n\(pairs)", ["1:1: missing key `adapter`"]),
        ("adapter = \"fixed\"", ["1:1: missing key `as_of`", "1:1: missing key `pairs`"]),
        (
            "adapter = \"fixd\"\nas_of = 2026-11-20\n\(pairs)",
            ["2:1: `adapter` must be one of \"fixed\", \"exec\", not \"fixd\"; did you mean \"fixed\"?"]
        ),
        (
            "adapter = \"ecb\"\nevery = \"1d\"\nstale_after = \"4d\"",
            ["2:1: `adapter` must be one of \"fixed\", \"exec\", not \"ecb\""]
        ),
        (
            "adapter = \"http\"\nurl = \"https://rates.example\"",
            ["2:1: `adapter` must be one of \"fixed\", \"exec\", not \"http\""]
        ),
        (
            "adapter = \"fixed\"\nas_of = \"2026-11-20\"\n\(pairs)",
            ["3:1: `as_of` must be a date like 2026-11-22, without quotes, not a string"]
        ),
        ("adapter = \"fixed\"\nas_of = 2026-11-20\npairs = 5", ["4:1: `pairs` must be a table, not an integer"]),
        (
            "adapter = \"fixed\"\nas_of = 2026-11-20\npairs = {}",
            ["4:1: `pairs`: the table is empty; a rate in it is written like \"USD/KRW\" = \"1391.20\""]
        ),
        (
            "adapter = \"fixed\"\nas_of = 2026-11-20\n\(pairs)\nevery = \"1d\"",
            ["5:1: `every` is no key of fixed rates: they stand in the configuration"]
        ),
        (
            "adapter = \"fixed\"\nas_of = 2026-11-20\n\(pairs)\nstale_after = \"0s\"",
            ["5:1: `stale_after`: \"0s\" is out of range: from 1s to 100y"]
        ),
        (
            "adapter = \"exec\"\ncommand = [\"PLUGIN\"]\nevery = \"0s\"\ntimeout = \"1h\"",
            [
                "4:1: `every`: \"0s\" is out of range: from 1s to 366d",
                "5:1: `timeout`: \"1h\" is out of range: from 1s to 10m",
            ]
        ),
        ("adapter = \"exec\"\ncommand = [\"PLUGIN\"]\n\(pairs)", ["4:1: unknown key `pairs`"]),
    ])
    func `a wrong key or value is a fault`(lines: String, faults: [String]) throws {
        #expect(try CashOutDocument.report("[rates.x]\n\(lines)") == faults.map { "walletd.toml:\($0)" })
    }

    @Test(arguments: [
        ("\"USDKRW\" = \"5\"", "`USDKRW`: \"USDKRW\" is not a pair of two different assets, like \"USD/KRW\""),
        ("\"USD/USD\" = \"1\"", "`\"USD/USD\"`: \"USD/USD\" is not a pair of two different assets, like \"USD/KRW\""),
        ("\"USD/KRW\" = 1391.20", "`\"USD/KRW\"` must be a rate in a string, like \"1391.20\", not a float"),
        (
            "\"USD/KRW\" = \"0\"",
            "`\"USD/KRW\"`: \"0\" is out of range: a rate is above zero, with at most 30 digits after the point"
        ),
    ])
    func `a rate that is none is a fault at its pair`(pair: String, fault: String) throws {
        let report = try CashOutDocument.report(
            "[rates.x]\nadapter = \"fixed\"\nas_of = 2026-11-20\npairs = { \(pair) }")
        #expect(report == ["walletd.toml:4:11: \(fault)"])
    }

    @Test func `an asset that nobody declared is a fault that shows the lines that would`() throws {
        let report = try CashOutDocument.report(
            "[rates.x]\nadapter = \"fixed\"\nas_of = 2026-11-20\npairs = { \"XYZ/KRW\" = \"5\" }")
        #expect(report.count == 1)
        #expect(report[0].contains("[assets.XYZ]"))
    }

    @Test func `two rates for the same two assets contradict each other`() throws {
        let report = try CashOutDocument.report(
            "[rates.x]\nadapter = \"fixed\"\nas_of = 2026-11-20\npairs = { \"USD/KRW\" = \"1391.20\", \"KRW/USD\" = \"0.0007\" }"
        )
        #expect(
            report == ["walletd.toml:4:34: `\"KRW/USD\"`: the same two assets stand here as \"USD/KRW\" already"])
    }

    @Test func `fixed rates never get too old by themselves, those of a program after a long weekend`() throws {
        let folder = try ConfigurationFolder(
            "[rates.a]\nadapter = \"fixed\"\nas_of = 2026-11-20\n\(Self.pairs)\n"
                + "[rates.b]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n")
        let rates = try folder.load().cashOuts.rates
        #expect(rates.map(\.staleAfter) == [nil, .seconds(4 * 86_400)])
        #expect(rates.map(\.every) == [nil, .seconds(6 * 3600)])
        #expect(rates.map(\.timeout) == [.seconds(30), .seconds(30)])
    }
}
