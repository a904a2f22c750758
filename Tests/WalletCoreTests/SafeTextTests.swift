import Testing
import WalletCore
import WalletTestSupport

@Suite struct SafeTextTests {
    @Test(
        arguments: [
            ("", ""), ("plain text", "plain text"), ("잔액 부족 – déjà vu 👍🏽", "잔액 부족 – déjà vu 👍🏽"),
            ("a\nb\tc\r\0", #"a\x0ab\x09c\x0d\x00"#), ("\u{1B}[31mred", #"\x1b[31mred"#), ("\u{7F}", #"\x7f"#),
            ("\u{85}\u{9B}", #"\xc2\x85\xc2\x9b"#), ("\u{2028}", #"\xe2\x80\xa8"#), ("a\u{202E}b", #"a\xe2\x80\xaeb"#),
            (#"already \x0a"#, #"already \x0a"#),
        ])
    func `control characters are shown as their bytes`(text: String, shown: String) {
        #expect(SafeText.message(text) == shown)
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], #"a\xffb"#), ([0xC3], #"\xc3"#), ([0xE2, 0x82], #"\xe2\x82"#),
            ([0xED, 0xA0, 0x80], #"\xed\xa0\x80"#), ([0xC0, 0xAF], #"\xc0\xaf"#), ([0xC3, 0xA9], "é"),
            ([0xF4, 0x90, 0x80, 0x80], #"\xf4\x90\x80\x80"#),
        ] as [([UInt8], String)])
    func `bytes that are not UTF-8 are shown like control characters`(bytes: [UInt8], shown: String) {
        #expect(SafeText.message(bytes: bytes) == shown)
    }

    @Test(
        arguments: [
            (String(repeating: "a", count: 512), 512), (String(repeating: "a", count: 513), 512),
            (String(repeating: "é", count: 300), 512), ("a" + String(repeating: "é", count: 300), 511),
            (String(repeating: "👍", count: 200), 512), ("abc" + String(repeating: "👍", count: 200), 511),
            (String(repeating: "\n", count: 200), 512), ("a" + String(repeating: "\n", count: 200), 509),
        ])
    func `a long message is cut between two characters`(text: String, bytes: Int) {
        #expect(SafeText.message(text).utf8.count == bytes)
    }

    @Test func `any bytes become a short text without control characters`() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...700, using: &random)).map { _ in
                UInt8.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0xFF), using: &random)
            }
            let message = SafeText.message(bytes: bytes)
            #expect(message.utf8.count <= SafeText.messageBytesMax)
            #expect(message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
            #expect(SafeText.message(message) == message)
        }
    }

    @Test func `an excerpt shows that it was cut`() {
        #expect(SafeText.excerpt("12 KRW") == "12 KRW")
        #expect(SafeText.excerpt(String(repeating: "x", count: 65)) == String(repeating: "x", count: 64) + "…")
    }
}
