import JSON
import Testing

@Suite struct RefusedDocumentTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let bytes: [UInt8]
        let code: JSONError.Code
        let offset: Int

        init(_ text: String, _ code: JSONError.Code, at offset: Int) {
            self.init(Array(text.utf8), code, at: offset)
        }

        init(_ bytes: [UInt8], _ code: JSONError.Code, at offset: Int) {
            self.bytes = bytes
            self.code = code
            self.offset = offset
        }

        var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }
    }

    @Test(arguments: structures + endings + literals + numbers + escapes + names)
    func `a faulty text is refused with its offset`(refusal: Refusal) {
        expect(refusal)
    }

    @Test(arguments: illFormed)
    func `an ill-formed sequence is refused wherever it stands`(sequence: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        expect(Refusal([quote] + sequence + [quote], .invalidUTF8, at: 1))
        expect(Refusal([quote] + sequence, .invalidUTF8, at: 1))
        expect(Refusal([quote] + Array("ab\\n".utf8) + sequence + Array("z\"".utf8), .invalidUTF8, at: 5))
        expect(Refusal(Array("{\"a".utf8) + sequence + Array("\":1}".utf8), .invalidUTF8, at: 3))
        expect(Refusal(sequence, .unexpectedByte(sequence[0], expected: .value), at: 0))
    }

    @Test(arguments: UInt8(0)..<0x20)
    func `a control character is refused in a string`(byte: UInt8) {
        let quote = UInt8(ascii: "\"")
        expect(Refusal([quote, 0x61, byte, quote], .controlCharacter(byte), at: 2))
    }

    @Test func `a byte order mark is refused`() {
        expect(Refusal("\u{FEFF}{}", .byteOrderMark, at: 0))
        expect(Refusal([0xFE, 0xFF, 0, 0x7B], .unexpectedByte(0xFE, expected: .value), at: 0))
        expect(Refusal([0x7B, 0, 0x7D, 0], .unexpectedByte(0, expected: .nameOrBrace), at: 1))
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `the 33rd bracket is refused where it stands`(opening: String) {
        let text = String(repeating: opening, count: 100_000)
        let brackets = text.utf8.enumerated().filter { "[{".utf8.contains($1) }.map(\.offset)
        expect(Refusal(text, .tooDeep, at: brackets[JSONLimits.depthMax]))
    }

    @Test func `a document over its limit is refused unread`() {
        #expect(throws: JSONError(.tooLarge(bytesMax: 3), at: 3)) {
            try JSONValue.parse("\u{1}\u{2}\u{3}\u{4}".utf8, limits: JSONLimits(bytesMax: 3))
        }
    }

    private func expect(_ refusal: Refusal, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: JSONError(refusal.code, at: refusal.offset), sourceLocation: sourceLocation) {
            try JSONValue.parse(refusal.bytes)
        }
    }
}
