import Testing
import WalletCore

@Suite struct NameTests {
    @Test(arguments: ["a", "0", "tmoney", "my-bank.2_x", "a--", String(repeating: "a", count: 63)])
    func `a name of small letters and digits is accepted`(text: String) throws {
        try Name.check(text)
    }

    @Test(
        arguments: [
            ("", .empty), ("-a", .firstCharacter), (".a", .firstCharacter), ("_a", .firstCharacter),
            ("Tmoney", .firstCharacter), ("tMoney", .character), ("a b", .character), ("a/b", .character),
            ("a\n", .character), ("é", .firstCharacter), ("aé", .character), ("a\u{0}", .character),
            ("a*", .character), (String(repeating: "a", count: 64), .tooLong),
        ] as [(String, NameError.Flaw)])
    func `what is no name is refused with its flaw`(text: String, flaw: NameError.Flaw) {
        let error = #expect(throws: NameError.self) { try Name.check(text) }
        #expect(error?.flaw == flaw)
        #expect(error?.kind == .name)
    }

    @Test(
        arguments: [
            "card-1234", "a", " ", "통장 1234-56", "Ünïcode", "e\u{301}", "a\\b", "\u{A0}", "👨‍👩‍👧",
            String(repeating: "x", count: 128), String(repeating: "é", count: 64),
        ])
    func `an account is any text without control characters and slashes`(text: String) throws {
        try AccountName.check(text)
    }

    @Test(
        arguments: [
            ("", .empty), ("a/b", .slash), ("/", .slash), ("a\u{0}", .controlCharacter), ("a\nb", .controlCharacter),
            ("\u{1F}", .controlCharacter), ("\u{7F}", .controlCharacter), ("a\u{80}", .controlCharacter),
            ("\u{9F}", .controlCharacter), ("\r\n", .controlCharacter), (String(repeating: "x", count: 129), .tooLong),
            (String(repeating: "é", count: 64) + "x", .tooLong),
        ] as [(String, NameError.Flaw)])
    func `what names no account is refused with its flaw`(text: String, flaw: NameError.Flaw) {
        let error = #expect(throws: NameError.self) { try AccountName.check(text) }
        #expect(error?.flaw == flaw)
        #expect(error?.kind == .account)
    }

    @Test func `a refusal says what is wrong with what`() {
        let name = #expect(throws: NameError.self) { try Name.check("My Bank") }
        #expect(name?.description == #""My Bank" is not a name: the first character must be one of a-z and 0-9"#)
        let account = #expect(throws: NameError.self) { try AccountName.check("a\u{1B}[31m") }
        #expect(
            account?.description == #""a\x1b[31m" is not the name of an account: it holds a control character"#)
    }
}
