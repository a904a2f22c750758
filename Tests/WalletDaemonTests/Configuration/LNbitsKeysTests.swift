import Testing
import WalletAdapters
import WalletCore
import WalletDaemon
import WalletTestSupport

@Suite struct LNbitsKeysTests {
    private static let server = "url = \"https://lnbits.example\""

    @Test(arguments: [
        ("key = { credential = \"token\" }", "1:1: missing key `url`"),
        (server, "1:1: missing key `key`"),
        (
            "\(server)\nkey = \"0f0f\"",
            "4:1: `key` must be { credential = \"NAME\" } or { file = \"/path\" }, not a string: no secret stands in the file"
        ),
        ("\(server)\nkey = {}", "4:7: missing key `credential`: a secret has a `credential` or a `file`"),
        ("\(server)\nkey = { credential = \"lost\" }", "4:9: `credential`: credential lost is missing"),
        ("\(server)\nkey = { credential = \"token\", prefix = \"\" }", "4:31: unknown key `prefix`"),
        ("\(server)\nkey.credential = \"token\"\naccount = \"a\"", "5:1: unknown key `account`"),
        (
            "url = \"http://lnbits.example\"\nkey.credential = \"token\"",
            "3:1: `url`: plain http goes to this machine only (127.0.0.0/8, ::1, localhost), not to lnbits.example"
        ),
        (
            "url = \"https://lnbits.example/?usr=1\"\nkey.credential = \"token\"",
            "3:1: `url`: the URL has a query (?…); the place of the service itself is wanted, without one"
        ),
        (
            "\(server)\nkey.credential = \"token\"\nca_file = \"/nowhere/ca.pem\"",
            "5:1: `ca_file`: /nowhere/ca.pem does not exist"
        ),
    ])
    func `a wrong key or value is a fault`(lines: String, fault: String) throws {
        let report = try ConfigurationFolder.report("[sources.tips]\nadapter = \"lnbits\"\n\(lines)\n")
        #expect(report == ["walletd.toml:\(fault)"])
    }

    @Test func `a wallet is known by its server and a key`() throws {
        let folder = try ConfigurationFolder(
            "[sources.tips]\nadapter = \"lnbits\"\n\(Self.server)\nkey = { credential = \"token\" }\n")
        let source = try #require(try folder.load().sources.first)
        #expect(
            source.definition == .lnbits(LNbitsDefinition(url: "https://lnbits.example", key: .credential("token"))))
        #expect(source.settings.adapter == "lnbits")
        #expect(source.settings.host == "https://lnbits.example:443")
    }
}
