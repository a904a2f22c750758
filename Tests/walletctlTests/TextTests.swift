import Testing

@testable import walletctl

@Suite struct `Text on a terminal` {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("한글", 4), ("日本", 4), ("ｆ", 2), ("👍", 2), ("👨‍👩‍👧", 2), ("❤️", 2),
        ("…", 1), ("│", 1), ("\u{301}", 0), ("🇰🇷", 2), ("ﾊ", 1), ("Ω", 1),
    ])
    func `has the width that terminals give it`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("", 5, [""]), ("abc", 5, ["abc"]), ("ab cd ef", 5, ["ab cd", "ef"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a bcdefgh", 4, ["a", "bcde", "fgh"]), ("한글 한글", 4, ["한글", "한글"]), ("한글", 3, ["한", "글"]),
        ("ab  cd", 3, ["ab ", "cd"]), ("한", 1, ["한"]),
    ])
    func `is broken at blanks, or where the line is full`(text: String, columns: Int, lines: [String]) {
        #expect(Wrapping.lines(text, columns: columns) == lines)
    }

    @Test(arguments: [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("한글말", 4, "한…"), ("한글말", 5, "한글…"), ("ab", 1, "…")])
    func `is cut with a sign that there is more`(text: String, columns: Int, cut: String) {
        #expect(Ellipsis.cut(text, columns: columns, .unicode) == cut)
    }

    @Test func `is cut with a sign that the terminal knows`() {
        #expect(Ellipsis.cut("abcd", columns: 3, .ascii) == "ab~")
    }

    @Test(arguments: [
        ("", nil, 80), ("132", nil, 132), ("132", 60, 132), ("", 60, 60), ("0", 60, 60), ("-5", 60, 60), ("x", 60, 60),
        ("3", nil, 10), ("99999999", nil, 10_000),
    ])
    func `gets the width of the window, or what COLUMNS says`(columns: String, window: Int?, expected: Int) {
        let traits = TerminalTraits(reader: .person, windowColumns: window, environment: ["COLUMNS": columns])
        #expect(traits.columns == expected)
    }

    @Test(arguments: [
        ([:], TerminalTraits.Reader.person, TerminalTraits.Colour.ansi), (["NO_COLOR": "1"], .person, .none),
        (["NO_COLOR": ""], .person, .ansi), (["TERM": "dumb"], .person, .none), ([:], .program, .none),
    ])
    func `is coloured for persons who want it`(
        environment: [String: String], reader: TerminalTraits.Reader, colour: TerminalTraits.Colour
    ) {
        #expect(TerminalTraits(reader: reader, windowColumns: 80, environment: environment).colour == colour)
    }

    @Test(arguments: [
        ([:], TerminalTraits.Charset.ascii), (["LANG": "C"], .ascii), (["LANG": "ko_KR.UTF-8"], .unicode),
        (["LANG": "C.utf8"], .unicode), (["LANG": "de_DE.UTF-8@euro"], .unicode),
        (["LANG": "de_DE.ISO-8859-1"], .ascii),
        (["LANG": "C.UTF-8", "LC_ALL": "C"], .ascii), (["LANG": "C", "LC_CTYPE": "C.UTF-8"], .unicode),
        (["LANG": "C.UTF-8", "LC_ALL": ""], .unicode),
    ])
    func `is drawn in the characters of the locale`(environment: [String: String], charset: TerminalTraits.Charset) {
        #expect(TerminalTraits(reader: .person, windowColumns: 80, environment: environment).charset == charset)
    }
}
