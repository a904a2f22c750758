import Testing

@testable import WalletControl

struct RouteTextTests {
    @Test(arguments: [
        ("a", "a"), ("a%20b", "a b"), ("%ea%B0%80", "가"), ("a+b", "a+b"), ("%25", "%"), ("%2F", "/"), ("", ""),
    ])
    func `percent-encoded text is decoded`(text: String, decoded: String) {
        #expect(PercentDecoding.decode(text) == decoded)
    }

    @Test(arguments: ["%", "%2", "%zz", "%ff", "a%ea%b0", "% 20"])
    func `what is not percent-encoded UTF-8 is refused`(text: String) {
        #expect(PercentDecoding.decode(text) == nil)
    }

    @Test(arguments: ["a", "cards/50% café/KRW", "1795341600000", "???>>>"])
    func `a cursor needs no encoding and comes back as it was`(position: String) {
        let text = Cursor.text(position)
        #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        #expect(Cursor.position(text) == position)
    }

    @Test(arguments: ["", "a", "a b", "%%%%", "_w"])
    func `what is no cursor is none`(text: String) {
        #expect(Cursor.position(text) == nil)
    }
}
