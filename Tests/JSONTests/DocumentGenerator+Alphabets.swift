extension DocumentGenerator {
    /// Ends of the UTF-8 ranges, what must be escaped, what normalizes, what is invisible, and a few letters.
    static let scalars: [Unicode.Scalar] = [
        "\0", "\u{1}", "\u{8}", "\t", "\n", "\u{C}", "\r", "\u{1F}", " ", "\"", "/", "\\", "\u{7F}", "\u{80}", "a", "b",
        "u", "0", "e", "\u{E9}", "\u{301}", "\u{7FF}", "\u{800}", "\u{1100}", "\u{AC00}", "\u{2028}", "\u{202E}",
        "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{10000}", "\u{1F600}", "\u{10FFFF}",
    ]

    static let shortEscapes: [Unicode.Scalar: String] = [
        "\"": #"\""#, "\\": #"\\"#, "/": #"\/"#, "\u{8}": #"\b"#, "\u{C}": #"\f"#, "\n": #"\n"#, "\r": #"\r"#,
        "\t": #"\t"#,
    ]

    /// What tends to be read differently by different readers.
    static let fragments: [[UInt8]] =
        [
            "\"", "\\", ",", ":", "[", "]", "{", "}", "-", "+", ".", "0", "00", "e", "E5", "1.", ".5", "-0", "/",
            "//x\n",
            "'", "\u{FEFF}", "\u{A0}", "\0", "\u{1F}", "\u{7F}", " ", "\n", "\u{C}", "NaN", "Infinity", "-Infinity",
            "true", "nul", "\"a\":1,", "\"\":0,", "\"a\"", ",1", "[]", "{}", #"\u"#, #"\u00"#, #"\u0000"#, #"\ud800"#,
            #"\uDC00"#, #"\ud83d\ude00"#, #"\ud800\u0041"#, #"\udbff\ue000"#, #"\u+123"#, #"\u 123"#, #"\x41"#, #"\'"#,
            "\u{FF11}", "\u{661}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        ].map { Array($0.utf8) } + [
            [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xEF, 0xBF, 0xBE],
            [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0xFF, 0xFE],
        ]
}
