/// How many columns of a terminal a text takes.
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        // Most texts are ASCII, of which each printable byte is a column.
        if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// 2 for East Asian wide characters and emoji, 0 for marks that combine with what stands before, else 1.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if isWide(first) || scalars.contains(where: { $0.value == 0xfe0f }) { return 2 }
        return combining.contains(first.properties.generalCategory) ? 0 : 1
    }

    /// The longest beginning of the text that takes at most so many columns.
    static func prefix(of text: String, columns: Int) -> Substring {
        var left = columns
        return text.prefix { character in
            left -= of(character)
            return left >= 0
        }
    }

    private static let combining: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark, .format]

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
    }

    /// The blocks whose characters are `W` or `F` in Unicode's EastAsianWidth.txt, emoji aside.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
        0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff00...0xff60,
        0xffe0...0xffe6, 0x17000...0x18cff, 0x1b000...0x1b2ff, 0x1f200...0x1f2ff, 0x20000...0x3fffd,
    ]
}
