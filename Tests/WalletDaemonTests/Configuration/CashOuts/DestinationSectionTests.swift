import Testing
import WalletCore
import WalletDaemon

@Suite struct DestinationSectionTests {
    @Test(arguments: [
        ("", ["1:1: missing key `account`", "1:1: missing key `provider`"]),
        ("provider = \"acme\"", ["1:1: missing key `account`"]),
        ("account = { credential = \"token\" }", ["1:1: missing key `provider`"]),
        (
            "provider = 5\naccount = { credential = \"token\" }",
            ["2:1: `provider` must be a string, not an integer"]
        ),
        (
            "provider = \"acme\"\naccount = { credential = \"lost\" }",
            ["3:13: `credential`: credential lost is missing"]
        ),
        (
            "provider = \"acme\"\naccount = { credential = \"elsewhere\" }",
            ["3:13: warning: `credential`: cannot be checked here"]
        ),
        (
            "provider = \"acme\"\naccount = { credential = \"token\", file = \"/x\" }",
            ["3:35: a secret has a `credential` or a `file`, not both"]
        ),
        (
            "provider = \"acme\"\naccount = { credential = \"token\", prefix = \"x\" }",
            ["3:35: unknown key `prefix`"]
        ),
        (
            "provider = \"acme\"\naccount = { credential = \"token\" }\ncooling_off = \"often\"",
            [
                "4:1: `cooling_off`: \"often\" is not a duration: a whole number and one of s, m, h, d, w, y, like \"90s\" or \"30d\""
            ]
        ),
        (
            "provider = \"acme\"\naccount = { credential = \"token\" }\ncoolingoff = \"1d\"",
            ["4:1: unknown key `coolingoff`; did you mean `cooling_off`?"]
        ),
        (
            "provider = \"acme\"\naccount = { credential = \"token\" }\nsource = \"tipps\"",
            ["4:1: `source`: source \"tipps\" is not configured; did you mean \"tips\"?"]
        ),
    ])
    func `a wrong key or value is a fault`(lines: String, faults: [String]) throws {
        #expect(try CashOutDocument.report("[destinations.x]\n\(lines)") == faults.map { "walletd.toml:\($0)" })
    }

    @Test(arguments: ["\"110-234-567890\"", "110234567890", "[\"110-234\"]"])
    func `an account in the file is a fault that does not repeat it`(account: String) throws {
        let report = try CashOutDocument.report("[destinations.x]\nprovider = \"acme\"\naccount = \(account)")
        #expect(report.count == 1)
        #expect(report[0].hasPrefix("walletd.toml:3:1: `account` "))
        #expect(report[0].contains("{ credential = \"NAME\" }"))
        #expect(!report[0].contains("110"))
    }

    @Test(arguments: [
        ("\"\"", false), ("\"02ab\"", false), ("\"04\(String(repeating: "a", count: 64))\"", false),
        ("\"02\(String(repeating: "g", count: 64))\"", false), ("\"02\(String(repeating: "a", count: 64))\"", true),
        ("\"03\(String(repeating: "B", count: 64))\"", true),
    ])
    func `a payee is the public key of a node`(payee: String, isOne: Bool) throws {
        let report = try CashOutDocument.report(
            "[destinations.x]\nprovider = \"acme\"\naccount = { credential = \"token\" }\npayee = \(payee)")
        #expect(report.isEmpty == isOne)
        #expect(
            report.allSatisfy {
                $0 == "walletd.toml:4:1: `payee`: the public key of a node is wanted: 66 hex digits, from 02 or 03 on"
            })
    }

    @Test func `a new destination rests for a day, or as long as is said`() throws {
        func coolingOff(_ line: String) throws -> Duration {
            let folder = try ConfigurationFolder(
                "[destinations.a]\nprovider = \"acme\"\naccount = { file = \"/a\" }\n\(line)\n\(CashOutDocument.tail)")
            return try folder.load().cashOuts.destinations[0].settings.coolingOff
        }
        #expect(try coolingOff("") == .seconds(86_400))
        #expect(try coolingOff("cooling_off = \"0s\"") == .zero)
        #expect(try coolingOff("cooling_off = \"1w\"") == .seconds(7 * 86_400))
    }
}
