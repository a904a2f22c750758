import Testing
import WalletCore

@Suite struct GlobTests {
    @Test(arguments: [
        ("tmoney", "tmoney", true), ("tmoney", "tmoney2", false), ("*", "", true), ("*", "anything", true),
        ("card-*", "card-", true), ("card-*", "card", false), ("*-1", "card-1", true), ("a*b*c", "axxbyyc", true),
        ("a*b*c", "axxcyyb", false), ("?", "é", true), ("?", "", false), ("c?rd", "card", true), ("**", "x", true),
        ("a*", "A", false), ("é", "e\u{301}", false), ("[a]", "a", false),
    ])
    func `star stands for any characters, question mark for one, the rest for itself`(
        pattern: String, name: String, matches: Bool
    ) {
        #expect(Glob(pattern).matches(name) == matches)
    }

    @Test func `many stars on a long name take no time to speak of`() {
        let pattern = String(repeating: "a*", count: 60) + "b"
        #expect(!Glob(pattern).matches(String(repeating: "a", count: 5000)))
    }
}
