import JSON

/// A value in a form that neither side's JSON writer has a hand in: `n`, `t`, `f`; `#` number and `s` string with
/// length in bytes; `[` and `{` with count. `[1,"é"]` is `[2:#1:1s2:é`.
enum TaggedText {
    static func bytes(of value: JSONValue) -> [UInt8] {
        switch value {
        case .null: Array("n".utf8)
        case .bool(let value): Array((value ? "t" : "f").utf8)
        case .number(let digits): Array("#\(digits.utf8.count):\(digits)".utf8)
        case .string(let text): bytes(of: text)
        case .array(let elements): Array("[\(elements.count):".utf8) + elements.flatMap { bytes(of: $0) }
        case .object(let object):
            Array("{\(object.members.count):".utf8)
                + object.members.flatMap { bytes(of: $0.name) + bytes(of: $0.value) }
        }
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func bytes(of text: String) -> [UInt8] {
        Array("s\(text.utf8.count):\(text)".utf8)
    }
}
