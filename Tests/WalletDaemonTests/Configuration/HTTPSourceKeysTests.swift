import Testing
import WalletDaemon

@Suite struct HTTPSourceKeysTests {
    /// Seven lines before what is tested; all that an HTTP source needs but for its URL.
    private static let lines = """
        [sources.x]
        adapter = "http"
        every = "1h"
        account = "/id"
        asset = "/asset"
        available = "/balance"

        """

    private func report(_ lines: String, url: String = "url = \"https://x.example/v1\"") throws -> [String] {
        try ConfigurationFolder.report("\(Self.lines)\(url)\n\(lines)\n")
            .filter { !$0.hasPrefix("configuration is sound") }
    }

    @Test(arguments: [
        ("", "1:1: missing key `url`"),
        ("url = 5", "7:1: `url` must be a string, not an integer"),
        ("url = \"ftp://x.example\"", "7:1: `url`: a URL begins with https:// (or http:// for this machine)"),
        (
            "url = \"http://x.example\"",
            "7:1: `url`: plain http goes to this machine only (127.0.0.0/8, ::1, localhost), not to x.example"
        ),
        (
            "url = \"https://me:hunter2@x.example\"",
            "7:1: `url`: a URL holds no user and password here; put them into a header as a credential"
        ),
        (
            "url = \"https://x.example/?api_key=hunter2\"",
            "7:1: `url`: `api_key` in its query looks like a secret, which never stands in the file; send it in a header: headers = { NAME = { credential = \"…\" } }"
        ),
        (
            "url = \"https://x.example/?page=1&key=hunter2\"",
            "7:1: `url`: `key` in its query looks like a secret, which never stands in the file; send it in a header: headers = { NAME = { credential = \"…\" } }"
        ),
    ])
    func `a wrong address is a fault that shows no secret`(line: String, fault: String) throws {
        #expect(try report("", url: line) == ["walletd.toml:\(fault)"])
    }

    @Test(arguments: [
        "http://127.0.0.1:8080/x", "http://[::1]/", "http://localhost:1", "https://x.example/?page=1&keyword=a",
    ])
    func `an address of this machine may be plain, and a query may say what is no secret`(url: String) throws {
        #expect(try report("", url: "url = \"\(url)\"") == [])
    }

    @Test(arguments: [
        ("method = \"PUT\"", "8:1: `method` must be one of \"GET\", \"POST\", not \"PUT\""),
        ("body = \"{}\"", "8:1: `body` goes with method = \"POST\" only"),
        ("method = \"GET\"\nbody = \"{}\"", "9:1: `body` goes with method = \"POST\" only"),
        (
            "method = \"POST\"\nbody = '{\"user\":\"a\",\"login\":{\"password\":\"hunter2\"}}'",
            "9:1: `body`: `password` in it looks like a secret, which never stands in the file; send it in a header: headers = { NAME = { credential = \"…\" } }"
        ),
        (
            "method = \"POST\"\nbody = \"user=a&pin=12\"",
            "9:1: `body`: `pin` in it looks like a secret, which never stands in the file; send it in a header: headers = { NAME = { credential = \"…\" } }"
        ),
        ("items = \"data\"", "8:1: `items`: a JSON Pointer is empty or starts with \"/\""),
        ("items = [\"/data\"]", "8:1: `items` must be a JSON Pointer like \"/data\", not a list"),
        ("shift = 31", "8:1: `shift` must be an integer from 0 to 30, not 31"),
        ("complete = 1", "8:1: `complete` must be true or false, not an integer"),
        ("total = 5", "8:1: `total` must be a JSON Pointer like \"/balance\" or { value = … }, not an integer"),
        ("total = { value = 1.5 }", "8:11: `value` must be a number in a string, not a float"),
        (
            "as_of = { value = 2026-11-22T10:00:00 }",
            "8:11: `value`: \"2026-11-22T10:00:00\" has no offset from UTC: add \"Z\" or one like \"+09:00\""
        ),
        ("expires = { value = \"soon\" }", "8:13: `value`: \"soon\" is not a date like \"2026-11-22\""),
        ("as_of = { value = true }", "8:11: `value` must be a date or a time, not true or false"),
        ("expires = { valeu = \"2027-03-01\" }", "8:13: unknown key `valeu`; did you mean `value`?"),
        ("expires = { }", "8:11: missing key `value`"),
        ("ca_file = \"/nowhere/ca.pem\"", "8:1: `ca_file`: /nowhere/ca.pem does not exist"),
        ("ca_file = \"/etc\"", "8:1: `ca_file`: /etc is not a regular file"),
        ("header = { A = \"b\" }", "8:1: unknown key `header`; did you mean `headers`?"),
        ("headers = \"A: b\"", "8:1: `headers` must be a table, not a string"),
    ])
    func `a wrong key or value is a fault`(lines: String, fault: String) throws {
        #expect(try report(lines) == ["walletd.toml:\(fault)"])
    }

    @Test(arguments: [
        (
            "account = { value = \"a/b\" }",
            "4:13: `value`: \"a/b\" is not the name of an account: it holds a \"/\", which separates source, account and asset"
        ),
        (
            "asset = { value = \"krw\" }",
            "5:11: `value`: \"krw\" is not the code of an asset: 1 to 16 capital letters, digits, \".\", \"_\" and \"-\", the first a letter or digit, e.g. KRW"
        ),
        ("available = \"balance\"", "6:1: `available`: a JSON Pointer is empty or starts with \"/\""),
        (
            "asset = { value = \"KRW\" }\navailable = { value = \"1.5\" }",
            "6:15: `value`: 1.5 in units of 10^-0 KRW would lose a digit: KRW has none after the point"
        ),
    ])
    func `a wrong field of an item is a fault`(replacement: String, fault: String) throws {
        var lines = ["account = \"/id\"", "asset = \"/asset\"", "available = \"/balance\""]
        for line in replacement.split(separator: "\n").map(String.init) {
            let key = line.prefix { $0 != " " }
            lines = lines.map { $0.hasPrefix("\(key) ") ? line : $0 }
        }
        let document =
            "[sources.x]\nadapter = \"http\"\nevery = \"1h\"\n\(lines.joined(separator: "\n"))\nurl = \"https://x.example\"\n"
        #expect(try ConfigurationFolder.report(document) == ["walletd.toml:\(fault)"])
    }

    @Test(arguments: [
        (
            "Authorization = \"Bearer hunter2\"",
            "8:13: the header `Authorization` carries a secret, which never stands in the file; write Authorization = { credential = \"NAME\" } (with prefix = \"Bearer \" where one is due)"
        ),
        (
            "cookie = \"hunter2\"",
            "8:13: the header `cookie` carries a secret, which never stands in the file; write cookie = { credential = \"NAME\" } (with prefix = \"Bearer \" where one is due)"
        ),
        (
            "X-Api-Key = \"hunter2\"",
            "8:13: the header `X-Api-Key` carries a secret, which never stands in the file; write X-Api-Key = { credential = \"NAME\" } (with prefix = \"Bearer \" where one is due)"
        ),
        (
            "X-Other = \"Basic hunter2\"",
            "8:13: the header `X-Other` carries a secret, which never stands in the file; write X-Other = { credential = \"NAME\" } (with prefix = \"Bearer \" where one is due)"
        ),
        ("Authorization = { credental = \"token\" }", "8:31: unknown key `credental`; did you mean `credential`?"),
        (
            "Authorization = { prefix = \"Bearer \" }",
            "8:29: missing key `credential`: a secret has a `credential` or a `file`"
        ),
        (
            "Authorization = { credential = \"token\", file = \"/x\" }",
            "8:53: a secret has a `credential` or a `file`, not both"
        ),
        ("Authorization = { credential = \"lost\" }", "8:31: `credential`: credential lost is missing"),
        ("Authorization = { credential = 5 }", "8:31: `credential` must be a string, not an integer"),
        ("Authorization = { file = \"x\" }", "8:31: `file`: an absolute path is wanted, which begins with \"/\""),
        ("Host = \"x\"", "8:13: the header Host is set by the client itself"),
        ("\"A B\" = \"x\"", "8:13: \"A B\" cannot be the name of a header"),
        ("A = \"x\\ny\"", "8:13: the header A holds a control character"),
        ("A = { credential = \"token\", prefix = \"\\r\" }", "8:13: the header A holds a control character"),
        ("A = \"x\", a = \"y\"", "8:22: the header a stands here twice: capitals do not tell headers apart"),
        ("A = 5", "8:13: `A` must be a string or { credential = \"NAME\" }, not an integer"),
    ])
    func `a wrong header is a fault that shows no secret`(header: String, fault: String) throws {
        #expect(try report("headers = { \(header) }") == ["walletd.toml:\(fault)"])
    }
}
