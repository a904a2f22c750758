import JSON
import Testing

@Suite struct JSONErrorTests {
    @Test(arguments: [
        (#"{ "walletd":1, "a":2,"a":3}"#, #"byte 21: the member name "a" stands twice"#),
        ("", "byte 0: the document is empty"),
        ("\u{FEFF}1", "byte 0: the document starts with a byte order mark; send UTF-8 without one"),
        ("[1 2]", #"byte 3: expected "," or "]", found "2""#),
        ("[\u{1B}", #"byte 1: expected a value or "]", found 0x1B"#),
        ("[tr\u{7}", #"byte 3: expected the rest of "true", found 0x07"#),
        ("{}\nbye", #"byte 3: the document is over, but "b" follows"#),
        ("[01]", "byte 2: a number has a zero before its first digit"),
        ("\"a\nb\"", "byte 2: the control character 0x0A in a string must be escaped"),
        (#""\q""#, "byte 1: an escape that JSON does not have"),
        (#""\ud800""#, "byte 1: an escape is half of a surrogate pair and stands for no character"),
        ("[", "byte 1: the document ends too early"),
        (String(repeating: "[", count: 33), "byte 32: more than 32 arrays and objects within each other"),
    ])
    func `the description names the byte and the reason`(text: String, description: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(text.utf8) }
        #expect(error?.description == description)
    }

    @Test func `bytes that are not UTF-8 and documents that are too long are named`() {
        let illFormed = #expect(throws: JSONError.self) { try JSONValue.parse([0x22, 0xC0, 0x22]) }
        #expect(illFormed?.description == "byte 1: not UTF-8")
        let long = #expect(throws: JSONError.self) {
            try JSONValue.parse("[1]".utf8, limits: JSONLimits(bytesMax: 2))
        }
        #expect(long?.description == "byte 2: the document is longer than 2 bytes")
    }

    @Test(arguments: [
        (#"\u001b[31m"#, #"\u{1B}[31m"#),
        (#"\u202e\n"#, #"\u{202E}\u{A}"#),
        (#"\"\\"#, #"\"\\"#),
        (String(repeating: "é", count: 61), String(repeating: "é", count: 60) + "…"),
    ])
    func `a name from outside cannot disturb the message`(name: String, shown: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse("{\"\(name)\":1,\"\(name)\":2}".utf8) }
        #expect(error?.description.hasSuffix("the member name \"\(shown)\" stands twice") == true)
    }

    @Test func `what stands before the offset could still become a document`() throws {
        var documents = DocumentGenerator(seed: 7)
        var refusals = 0
        for _ in 0..<4_000 {
            let bytes = documents.mutated(documents.document())
            do throws(JSONError) {
                _ = try JSONValue.parse(bytes)
            } catch {
                refusals += 1
                try #require(error.offset <= bytes.count)
                try #require(canContinue(Array(bytes.prefix(error.offset))), "\(error) in \(bytes)")
            }
        }
        #expect(refusals > 1_000)
    }

    private func canContinue(_ bytes: [UInt8]) -> Bool {
        do throws(JSONError) {
            _ = try JSONValue.parse(bytes)
            return true
        } catch {
            return (error.code == .unexpectedEnd || error.code == .empty) && error.offset == bytes.count
        }
    }
}
