import Testing
import WalletCore

@Suite struct GlobTests {
    @Test(
        arguments: [
            ("*", "", true), ("*", "anything", true), ("", "", true), ("", "a", false), ("tmoney", "tmoney", true),
            ("tmoney", "tmoney2", false), ("t*y", "tmoney", true), ("t*y", "ty", true), ("t*y", "tmone", false),
            ("*.a.*", "x.a.a.y", true), ("a?c", "abc", true), ("a?c", "ac", false), ("?", "é", true), ("?", "", false),
            ("**", "x", true), ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("*ab", "aab", true),
            ("[a]", "a", false), ("[a]", "[a]", true), (".", "x", false), ("alert.*", "alert.firing", true),
            ("*?", "", false), ("?*?", "ab", true), ("K*", "\u{212A}x", false),
        ])
    func `a pattern matches whole names`(pattern: String, name: String, matches: Bool) {
        #expect(Glob(pattern).matches(name) == matches)
    }

    @Test(arguments: [("tmoney", true), ("", true), ("t*", false), ("t?", false), ("[a]", true)])
    func `a pattern without stars and question marks is literal`(pattern: String, isLiteral: Bool) {
        #expect(Glob(pattern).isLiteral == isLiteral)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a pattern of many stars is quick on a name that almost matches`() {
        let pattern = Glob(String(repeating: "a*", count: 60) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 5000)))
    }

    @Test func `every short pattern agrees with the definition`() {
        let letters: [Character] = ["a", "b", "*", "?"]
        let patterns = words(of: letters, upTo: 4)
        let names = words(of: ["a", "b"], upTo: 4)
        for pattern in patterns {
            for name in names {
                #expect(Glob(pattern).matches(name) == defined(pattern[...], name[...]), "\(pattern) \(name)")
            }
        }
    }

    private func defined(_ pattern: Substring, _ name: Substring) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        if first == "*" {
            return defined(pattern.dropFirst(), name) || (!name.isEmpty && defined(pattern, name.dropFirst()))
        }
        guard let letter = name.first, first == "?" || first == letter else { return false }
        return defined(pattern.dropFirst(), name.dropFirst())
    }

    private func words(of letters: [Character], upTo length: Int) -> [String] {
        var words = [""]
        var longest = [""]
        for _ in 0..<length {
            longest = longest.flatMap { word in letters.map { word + String($0) } }
            words += longest
        }
        return words
    }
}
