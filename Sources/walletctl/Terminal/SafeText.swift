/// Text from outside made safe to print.
enum SafeText {
    /// The text with each character that could steer a terminal shown as its code: control characters as `\x1b`,
    /// those that break lines or turn the direction of writing as `\u{202e}`.
    static func escaped(_ text: String) -> String {
        // Most texts are ASCII, of which only control characters are unsafe.
        if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text }
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return text.unicodeScalars.reduce(into: "") { safe, scalar in
            guard isUnsafe(scalar) else {
                safe.unicodeScalars.append(scalar)
                return
            }
            safe += code(scalar)
        }
    }

    private static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        guard scalar.value <= 0xff else { return "\\u{\(digits)}" }
        return digits.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
    }

    /// Control characters (C0, DEL, C1), line and paragraph separators, and the marks that turn the direction of
    /// writing (Unicode, Bidirectional Algorithm, 2): with the latter one name could pass for another.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1f, 0x7f...0x9f: true
        case 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff: true
        default: false
        }
    }
}
