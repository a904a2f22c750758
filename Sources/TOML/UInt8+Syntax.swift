/// The characters that mean something in TOML, as bytes of UTF-8.
extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let backslash = UInt8(ascii: "\\")
    static let numberSign = UInt8(ascii: "#")
    static let equals = UInt8(ascii: "=")
    static let comma = UInt8(ascii: ",")
    static let period = UInt8(ascii: ".")
    static let colon = UInt8(ascii: ":")
    static let plus = UInt8(ascii: "+")
    static let minus = UInt8(ascii: "-")
    static let underscore = UInt8(ascii: "_")
    static let zero = UInt8(ascii: "0")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")

    var isBlank: Bool { self == .space || self == .tab }

    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    /// Whether it may stand in a key without quotes.
    var isBare: Bool { isLetter || isDigit || self == .underscore || self == .minus }

    /// Whether TOML forbids it in strings and comments; LF and CR among them.
    var isControl: Bool { (self < 0x20 && self != .tab) || self == 0x7F }

    var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }

    /// Its value as a digit of bases up to 16.
    var digitValue: UInt8? {
        if isDigit { return self - UInt8(ascii: "0") }
        let lowercase = self | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(lowercase) ? lowercase - UInt8(ascii: "a") + 10 : nil
    }
}
