import JSON

extension RefusedDocumentTests {
    static let structures = [
        Refusal("", .empty, at: 0),
        Refusal(" \t\r\n", .empty, at: 4),
        Refusal("[1,]", .unexpectedByte(0x5D, expected: .value), at: 3),
        Refusal("[,1]", .unexpectedByte(0x2C, expected: .valueOrBracket), at: 1),
        Refusal("[1 2]", .unexpectedByte(0x32, expected: .commaOrBracket), at: 3),
        Refusal("[1}", .unexpectedByte(0x7D, expected: .commaOrBracket), at: 2),
        Refusal("{\"a\":1,}", .unexpectedByte(0x7D, expected: .name), at: 7),
        Refusal("{,}", .unexpectedByte(0x2C, expected: .nameOrBrace), at: 1),
        Refusal("{a:1}", .unexpectedByte(0x61, expected: .nameOrBrace), at: 1),
        Refusal("{'a':1}", .unexpectedByte(0x27, expected: .nameOrBrace), at: 1),
        Refusal("{1:2}", .unexpectedByte(0x31, expected: .nameOrBrace), at: 1),
        Refusal("{\"a\" 1}", .unexpectedByte(0x31, expected: .colon), at: 5),
        Refusal("{\"a\":}", .unexpectedByte(0x7D, expected: .value), at: 5),
        Refusal("{\"a\":1]", .unexpectedByte(0x5D, expected: .commaOrBrace), at: 6),
        Refusal("{\"a\":1 \"b\":2}", .unexpectedByte(0x22, expected: .commaOrBrace), at: 7),
        Refusal("]", .unexpectedByte(0x5D, expected: .value), at: 0),
        Refusal("/* */1", .unexpectedByte(0x2F, expected: .value), at: 0),
        Refusal("1//", .trailingByte(0x2F), at: 1),
        Refusal("{} {}", .trailingByte(0x7B), at: 3),
        Refusal("{}\n\0", .trailingByte(0), at: 3),
        Refusal("[]]", .trailingByte(0x5D), at: 2),
        Refusal("\u{C}1", .unexpectedByte(0x0C, expected: .value), at: 0),
        Refusal("\u{A0}1", .unexpectedByte(0xC2, expected: .value), at: 0),
        Refusal("[\u{B}]", .unexpectedByte(0x0B, expected: .valueOrBracket), at: 1),
    ]

    static let endings = [
        "[", "[1", "[1,", "{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "\"", "\"abc", "\"\\", "\"\\u",
        "\"\\u12",
        "\"\\ud800", "\"\\ud800\\", "\"\\ud800\\u", "\"\\ud800\\udc0", "t", "fals", "nul", "-", "1.", "1e", "1e+", "[-",
    ].map { Refusal($0, .unexpectedEnd, at: $0.utf8.count) }

    static let literals = [
        Refusal("tru ", .unexpectedByte(0x20, expected: .restOfTrue), at: 3),
        Refusal("truE", .unexpectedByte(0x45, expected: .restOfTrue), at: 3),
        Refusal("True", .unexpectedByte(0x54, expected: .value), at: 0),
        Refusal("[fal]", .unexpectedByte(0x5D, expected: .restOfFalse), at: 4),
        Refusal("nil", .unexpectedByte(0x69, expected: .restOfNull), at: 1),
        Refusal("nulls", .trailingByte(0x73), at: 4),
        Refusal("NaN", .unexpectedByte(0x4E, expected: .value), at: 0),
        Refusal("[Infinity]", .unexpectedByte(0x49, expected: .valueOrBracket), at: 1),
        Refusal("-Infinity", .unexpectedByte(0x49, expected: .digit), at: 1),
        Refusal("undefined", .unexpectedByte(0x75, expected: .value), at: 0),
    ]

    static let numbers = [
        Refusal("00", .leadingZero, at: 1),
        Refusal("-01", .leadingZero, at: 2),
        Refusal("[012]", .leadingZero, at: 2),
        Refusal("+1", .unexpectedByte(0x2B, expected: .value), at: 0),
        Refusal(".5", .unexpectedByte(0x2E, expected: .value), at: 0),
        Refusal("-.5", .unexpectedByte(0x2E, expected: .digit), at: 1),
        Refusal("--1", .unexpectedByte(0x2D, expected: .digit), at: 1),
        Refusal("1.]", .unexpectedByte(0x5D, expected: .digit), at: 2),
        Refusal("1.e5", .unexpectedByte(0x65, expected: .digit), at: 2),
        Refusal("1e5.0", .trailingByte(0x2E), at: 3),
        Refusal("1.2.3", .trailingByte(0x2E), at: 3),
        Refusal("[1e-]", .unexpectedByte(0x5D, expected: .digit), at: 4),
        Refusal("1e+-1", .unexpectedByte(0x2D, expected: .digit), at: 3),
        Refusal("0x1F", .trailingByte(0x78), at: 1),
        Refusal("1_000", .trailingByte(0x5F), at: 1),
        Refusal("1,5", .trailingByte(0x2C), at: 1),
        Refusal("\u{FF11}", .unexpectedByte(0xEF, expected: .value), at: 0),
        Refusal("1\u{FF11}", .trailingByte(0xEF), at: 1),
    ]

    static let escapes = [
        Refusal(#""\x41""#, .malformedEscape, at: 1),
        Refusal(#""ab\'""#, .malformedEscape, at: 3),
        Refusal(#""\U0041""#, .malformedEscape, at: 1),
        Refusal(#""\u00g0""#, .malformedEscape, at: 1),
        Refusal(#""\u+041""#, .malformedEscape, at: 1),
        Refusal(#""\u 041""#, .malformedEscape, at: 1),
        Refusal(#""\u12""#, .malformedEscape, at: 1),
        Refusal("\"\\u\u{FF10}041\"", .malformedEscape, at: 1),
        Refusal("\"\\\n\"", .malformedEscape, at: 1),
        Refusal(#""\ud800""#, .loneSurrogate, at: 1),
        Refusal(#""a\udc00""#, .loneSurrogate, at: 2),
        Refusal(#""\ud800x""#, .loneSurrogate, at: 1),
        Refusal(#""\ud800\n""#, .loneSurrogate, at: 1),
        Refusal(#""\ud800\ud800""#, .loneSurrogate, at: 1),
        Refusal(#""\ud800A""#, .loneSurrogate, at: 1),
        Refusal(#""\ud800\ue000""#, .loneSurrogate, at: 1),
        Refusal(#""\uDBFF\uFFFF""#, .loneSurrogate, at: 1),
        Refusal(#""\udc00\ud800""#, .loneSurrogate, at: 1),
        Refusal(#""\ud83d\ude00\ud83d""#, .loneSurrogate, at: 13),
        Refusal(#""\ud800\u00g0""#, .malformedEscape, at: 7),
    ]

    static let names = [
        Refusal(#"{"a":1,"a":1}"#, .repeatedName("a"), at: 7),
        Refusal(#"{"a":1,"b":2, "a":3}"#, .repeatedName("a"), at: 14),
        Refusal(#"{"a":1,"\u0061":2}"#, .repeatedName("a"), at: 7),
        Refusal(#"{"":1,"":2}"#, .repeatedName(""), at: 6),
        Refusal(#"[{"x":{"é":1,"\u00e9":2}}]"#, .repeatedName("é"), at: 14),
        Refusal(#"{"a":1,"a":[}"#, .repeatedName("a"), at: 7),
        Refusal(
            "{" + (0..<20).map { "\"k\($0)\":0," }.joined() + "\"k0\":0}", .repeatedName("k0"),
            at: 1 + 10 * 7 + 10 * 8),
    ]

    static let illFormed: [[UInt8]] = [
        [0x80], [0xBF], [0xFE], [0xFF], [0xF8, 0x88, 0x80, 0x80, 0x80],
        [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF],
        [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x8F, 0xBF, 0xBF],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
        [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0xE2], [0xF0],
        [0xC3, 0x41], [0xE2, 0x41, 0x80], [0xE2, 0x82, 0x41], [0xF0, 0x9F, 0x98, 0x41], [0xC3, 0xC3],
    ]
}
