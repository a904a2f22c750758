import JSON
import Testing

@Suite struct SerializationTests {
    @Test(
        arguments: [
            (.null, "null"),
            (true, "true"),
            (.number("-0.10e+5"), "-0.10e+5"),
            (.integer(Int128.min), "-170141183460469231731687303715884105728"),
            ([], "[]"),
            ([:], "{}"),
            ([1, [], "a"], #"[1,[],"a"]"#),
            (["walletd": 1, "action": "read", "options": [:]], #"{"walletd":1,"action":"read","options":{}}"#),
            ("\"\\/\u{8}\t\n\u{C}\r", #""\"\\/\b\t\n\f\r""#),
            ("\0\u{1}\u{F}\u{10}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u000f\\u0010\\u001f\u{7F}\""),
            ("é\u{2028}\u{1F600}", "\"é\u{2028}\u{1F600}\""),
            (["a\"b": .null], #"{"a\"b":null}"#),
        ] as [(JSONValue, String)])
    func `a value is written in its shortest form`(value: JSONValue, text: String) {
        #expect(value.text == text)
        #expect(value.serialized() == Array(text.utf8))
    }

    @Test(arguments: UInt64(1)...8)
    func `what is written is read as the same value`(seed: UInt64) throws {
        var documents = DocumentGenerator(seed: seed)
        for _ in 0..<300 {
            let value = documents.value()
            let bytes = value.serialized()
            try #require(try JSONValue.parse(bytes) == value, "\(value.text)")
            try #require(try JSONValue.parse(bytes).serialized() == bytes)
        }
    }

    @Test func `white space and escapes do not change what is written`() throws {
        let spacious = try JSONValue.parse(#" { "\u0061" : [ "\u00e9" , 1.0 ] } "#.utf8)
        #expect(spacious.text == #"{"a":["é",1.0]}"#)
    }

    @Test(
        arguments: [
            (.number("1.0"), .number("1")),
            (.string("\u{E9}"), .string("e\u{301}")),
            (.string("1"), .number("1")),
            (["a": 1, "b": 2], ["b": 2, "a": 1]),
            (["\u{E9}": 1], ["e\u{301}": 1]),
            ([.null], []),
            (false, .null),
        ] as [(JSONValue, JSONValue)])
    func `values that are written differently differ`(left: JSONValue, right: JSONValue) {
        #expect(left != right)
        #expect(left == left)
    }

    @Test func `a number that is none traps instead of being written`() async {
        await #expect(processExitsWith: .failure) { _ = JSONValue.number("1,5").serialized() }
        await #expect(processExitsWith: .failure) { _ = JSONValue.number("").serialized() }
        await #expect(processExitsWith: .failure) { _ = JSONValue.number("01").serialized() }
    }
}
