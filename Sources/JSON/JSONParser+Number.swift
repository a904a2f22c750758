extension JSONParser {
    /// Whether the text is a number in the grammar of RFC 8259 §6.
    static func isNumber(_ text: String) -> Bool {
        var parser = JSONParser(Array(text.utf8))
        do throws(JSONError) {
            _ = try parser.number()
            return parser.index == parser.bytes.count
        } catch {
            return false
        }
    }

    /// Reads a number and gives its place.
    mutating func number() throws(JSONError) -> Range<Int> {
        let start = index
        _ = skip(UInt8(ascii: "-"))
        if skip(UInt8(ascii: "0")) {
            guard !isAtDigit else { throw JSONError(.leadingZero, at: index) }
        } else {
            try digits()
        }
        if skip(UInt8(ascii: ".")) { try digits() }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            _ = skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-"))
            try digits()
        }
        return start..<index
    }

    private mutating func digits() throws(JSONError) {
        guard isAtDigit else { throw unexpected(.digit) }
        while isAtDigit { index += 1 }
    }

    private var isAtDigit: Bool {
        index < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }
}
