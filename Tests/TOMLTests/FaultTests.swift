import TOML
import Testing

struct FaultTests {
    @Test(arguments: [
        ("key = \"abc", "1:7: string is not closed on its line"),
        ("a = 1\ninterval = 1\ninterval = 2", "3:1: duplicate key 'interval' (first at line 2)"),
        ("[a]\n[a]", "2:2: table 'a' is already defined at line 1"),
        ("a.b = 1\n[a]", "2:2: table 'a' is already defined by a dotted key at line 1"),
        ("[a.b.c]\n[a]\nb.x = 1\n[a.b]", "4:4: table 'a.b' is already defined by a dotted key at line 3"),
        ("a = abc", "1:5: 'abc' is not a value (strings need quotes)"),
        ("every = 15m", "1:9: '15m' is not a valid number or date (strings need quotes)"),
        ("[[rules]]\n\n[rules]", "3:2: 'rules' is an array of tables since line 1; write [[rules]]"),
        ("[a]\n[[a]]", "2:3: 'a' is a table since line 1; [[a]] cannot add to it"),
        ("a = 1\n[a.b]", "2:2: 'a' is an integer since line 1, not a table"),
        ("a = {}\n[a.b]", "2:2: inline table 'a' (line 1) cannot be extended"),
        ("[a.b]\n[a]\nb.c = 1", "3:1: table 'b' has its own header at line 1; a dotted key cannot add to it"),
        ("a = [1,\n2", "1:5: array is not closed"),
        ("a = { b = 1\n}", "1:5: inline table is not closed on its line"),
        ("a = { b = 1, }", "1:12: an inline table must not end with a comma"),
        ("a = '''\n", "1:5: multi-line string is not closed"),
        ("a = 2021-02-30", "1:5: '2021-02-30' is not a valid date: that month has days 01 to 28"),
        ("a = 07:32", "1:5: '07:32' is not a valid time: it needs seconds"),
        ("a = True", "1:5: 'True' must be written in lower case"),
        ("a = 010", "1:5: '010' must not start with a zero"),
        ("a = 1 b = 2", "1:7: expected end of line after the value, found 'b'"),
        ("a: 1", "1:2: expected '=' after the key, found ':'"),
        ("a =", "1:4: expected a value, found end of file"),
        ("[a\n", "1:3: expected ']' to close the header, found end of line"),
        ("[a] b", "1:5: expected end of line after the header, found 'b'"),
        ("naïve = 1", "1:3: 'ï' cannot stand in a key without quotes"),
        ("p = \"C:\\dir\"", "1:8: a backslash before 'd' is no escape (write \\\\ for a backslash)"),
        ("p = \"\\ud800\"", "1:6: this escape is no Unicode scalar value"),
        ("a = [1 2]", "1:8: expected ',' or ']' in the array, found '2'"),
        ("a = 1\u{A0}", "1:5: '1U+00A0' is not a valid number or date (strings need quotes)"),
        ("a = \"\u{7}\"", "1:6: control character U+0007 in a string"),
        ("# a\rb", "1:4: a carriage return without a line feed in a comment"),
        ("\u{FEFF}\u{FEFF}a = 1", "1:1: expected a key, found U+FEFF"),
    ])
    func `a fault names its place and what is wrong`(text: String, expected: String) {
        #expect(faults(of: text).map(\.description) == [expected])
    }

    @Test func `bytes that are not UTF-8 are one fault on each of their lines`() throws {
        let text = Array("a = \"x".utf8) + [0xC3, 0x28, 0xFF] + Array("\"\n# é".utf8) + [0xED, 0xA0, 0x80]
        let refused = try #require(refusal(of: text + Array("\nb = 1".utf8)))
        #expect(refused.faults.map(\.description) == ["1:7: not valid UTF-8", "2:4: not valid UTF-8"])
        #expect(refused.readable.members.map(\.key) == ["b"])
    }

    @Test(arguments: [
        ([0xFF, 0xFE, 0x61, 0x00], "1:1: this is UTF-16; TOML is UTF-8"),
        ([0xFE, 0xFF, 0x00, 0x61], "1:1: this is UTF-16; TOML is UTF-8"),
        (Array("\u{7F}ELF\u{2}\u{1}\u{1}\0\0\nx\ny".utf8), "1:8: NUL byte: this is not a text file"),
    ])
    func `a file that is no text is one fault`(bytes: [UInt8], expected: String) {
        #expect(refusal(of: bytes)?.faults.map(\.description) == [expected])
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3],
        ] as [[UInt8]])
    func `overlong, surrogate, truncated and stray bytes are not UTF-8`(bytes: [UInt8]) {
        #expect(refusal(of: Array("#".utf8) + bytes)?.faults.map(\.code) == [.encoding])
    }

    @Test func `a word that may be a secret is shown by its beginning only`() throws {
        let secret = "sk_live_0123456789abcdef0123456789abcdef"
        let fault = try #require(faults(of: "key = \(secret)").first)
        #expect(fault.message == "'sk_live_…' is not a value (strings need quotes)")
        let others = ["key = \"\(secret)\" x", "key = \"\(secret)", "key = \"\(secret)\\x\"", "key = ['\(secret)' 1]"]
        for fault in others.flatMap({ faults(of: $0) }) { #expect(!fault.message.contains("sk_live")) }
    }

    @Test func `what is shown of a document cannot steer a terminal`() {
        let fault = faults(of: "a = 1\u{202E}x\n\"b\\u001b\" = 1\n\"b\\u001b\" = 1")
        #expect(
            fault.map(\.message) == [
                "'1U+202Ex' is not a valid number or date (strings need quotes)",
                "duplicate key '\"bU+001B\"' (first at line 2)",
            ])
    }
}
