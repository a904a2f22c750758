import JSON
import Testing

@Suite struct JSONPointerTests {
    /// The document of RFC 6901 §5 with a few places more.
    private let document = #"""
        {"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,
         "~1":9,"00":10,"\u00e9":11,"e\u0301":12,"list":[[0,{"x":{"-":13}}]],"-":14,"t":{"":{"":15}}}
        """#

    @Test(arguments: [
        ("/foo", #"["bar","baz"]"#), ("/foo/0", #""bar""#), ("/foo/1", #""baz""#), ("/", "0"), ("/a~1b", "1"),
        ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"), (#"/i\j"#, "5"), (#"/k"l"#, "6"), ("/ ", "7"), ("/m~0n", "8"),
        ("/~01", "9"), ("/00", "10"), ("/\u{E9}", "11"), ("/e\u{301}", "12"), ("/list/0/1/x/-", "13"), ("/-", "14"),
        ("/t//", "15"),
    ])
    func `a pointer leads to its value`(pointer: String, value: String) throws {
        let document = try JSONValue.parse(document.utf8)
        #expect(try JSONPointer(pointer).evaluate(in: document)?.text == value)
    }

    @Test func `the empty pointer is the whole document`() throws {
        let document = try JSONValue.parse(document.utf8)
        #expect(try JSONPointer("").evaluate(in: document) == document)
        #expect(try JSONPointer("").evaluate(in: .null) == .null)
    }

    @Test(arguments: [
        "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/-1", "/foo/1.0", "/foo/1e0", "/foo/ 1", "/foo/",
        "/foo/\u{661}", "/foo/99999999999999999999", "/foo/0/0", "/nothing", "/FOO", "//", "/a/b", "/list/0/1/y",
    ])
    func `a place that the document does not have is nothing`(pointer: String) throws {
        #expect(try JSONPointer(pointer).evaluate(in: JSONValue.parse(document.utf8)) == nil)
    }

    @Test(
        arguments: [
            ("foo", .missingSlash, 0), ("#/foo", .missingSlash, 0), (" /a", .missingSlash, 0), ("~0", .missingSlash, 0),
            ("/~", .malformedEscape, 1), ("/a~2", .malformedEscape, 2), ("/a~/b", .malformedEscape, 2),
            ("/a/b~", .malformedEscape, 4), ("/~~0", .malformedEscape, 1),
        ] as [(String, JSONPointerError.Code, Int)])
    func `a text that is no pointer is refused`(text: String, code: JSONPointerError.Code, offset: Int) {
        #expect(throws: JSONPointerError(code, at: offset)) { try JSONPointer(text) }
    }

    @Test(arguments: ["", "/", "//", "/a~1b/~0/~01", "/é", "/foo/0"])
    func `a pointer is shown as it is written`(text: String) throws {
        #expect(try JSONPointer(text).description == text)
    }

    @Test func `pointers are equal if they name the same place`() throws {
        #expect(try JSONPointer("/a~1b") == JSONPointer("/a~1b"))
        #expect(try JSONPointer("/a/b") != JSONPointer("/a~1b"))
        #expect(try JSONPointer("/\u{E9}") != JSONPointer("/e\u{301}"))
        #expect(try Set([JSONPointer("/a"), JSONPointer("/a"), JSONPointer("")]).count == 2)
    }

    @Test func `the errors say how to write it`() {
        let slash = #expect(throws: JSONPointerError.self) { try JSONPointer("data") }
        #expect(slash?.description == #"a JSON Pointer is empty or starts with "/""#)
        let escape = #expect(throws: JSONPointerError.self) { try JSONPointer("/a~b") }
        #expect(escape?.description == #"byte 2: "~" in a JSON Pointer is written ~0, and "/" in a name ~1"#)
    }
}
