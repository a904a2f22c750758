import JSON
import Testing

@Suite struct AcceptedDocumentTests {
    @Test(
        arguments: [
            ("null", .null),
            ("true", true),
            ("false", false),
            (" \t\r\n0 \t\r\n", .number("0")),
            ("\"\"", ""),
            ("[]", []),
            ("[ ]", []),
            ("{}", [:]),
            ("{ }", [:]),
            ("[1,\"a\",[],{}]", [1, "a", [], [:]]),
            ("[ 1 , 2 ]", [1, 2]),
            ("{\"b\":1,\"a\":{\"b\":null}}", ["b": 1, "a": ["b": .null]]),
            ("{ \"a\" : 1 , \"\" : 2 }", ["a": 1, "": 2]),
        ] as [(String, JSONValue)])
    func `a document is read as its value`(text: String, value: JSONValue) throws {
        #expect(try JSONValue.parse(text.utf8) == value)
    }

    @Test(arguments: [
        "0", "-0", "1", "-1", "10", "0.0", "-0.10", "1.50", "1e5", "1E+5", "1e-05", "0e0", "0.1e00",
        "123456789012345678901234567890.123456789012345678901234567890", "1e999999999999",
    ])
    func `a number keeps its digits as they are written`(digits: String) throws {
        #expect(try JSONValue.parse(digits.utf8) == .number(digits))
        #expect(try JSONValue.parse("[\(digits)]".utf8) == [.number(digits)])
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0041\u00e9\u00E9\uFFFF\u0000""#, "A\u{E9}\u{E9}\u{FFFF}\0"),
        (#""\ud83d\ude00""#, "\u{1F600}"),
        (#""\uD800\uDC00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"),
        (#""a\\u0041""#, "a\\u0041"),
        (#""x\ny""#, "x\ny"),
        (
            "\"\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{FFFF}\u{10000}\u{10FFFF}\"",
            "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{FFFF}\u{10000}\u{10FFFF}"
        ),
        ("\"\u{2028}\u{2029}\u{FEFF}/\"", "\u{2028}\u{2029}\u{FEFF}/"),
    ])
    func `a string is read with its escapes resolved`(document: String, text: String) throws {
        #expect(try JSONValue.parse(document.utf8) == .string(text))
    }

    @Test func `names and strings are never normalized`() throws {
        let document = "{\"\u{E9}\":\"e\u{301}\",\"e\u{301}\":\"\u{E9}\"}"
        let value = try JSONValue.parse(document.utf8)
        #expect(value.text.utf8.elementsEqual(document.utf8))
        guard case .object(let object) = value else {
            Issue.record("not an object")
            return
        }
        #expect(object["\u{E9}"] == .string("e\u{301}"))
        #expect(object["e\u{301}"] == .string("\u{E9}"))
        #expect(object["\u{E9}"] != .string("\u{E9}"))
    }

    @Test func `arrays and objects nest 32 deep`() throws {
        let depth = JSONLimits.depthMax
        let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let objects = String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
        #expect(try JSONValue.parse(arrays.utf8).text == arrays)
        #expect(try JSONValue.parse(objects.utf8).text == objects)
    }

    @Test func `depth counts what is open, not what was`() throws {
        let text = "[" + Array(repeating: "[{}]", count: 1_000).joined(separator: ",") + "]"
        #expect(try JSONValue.parse(text.utf8).text == text)
    }

    @Test func `a document may be exactly as long as its limit`() throws {
        #expect(try JSONValue.parse("[12]".utf8, limits: JSONLimits(bytesMax: 4)) == [12])
    }
}
