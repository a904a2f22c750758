import WalletTestSupport

/// Makes documents that are mostly TOML: keys that meet again, values right and wrong, headers of all forms, and bytes
/// changed at random in some.
struct DocumentGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func document() -> [UInt8] {
        let areTables = random.happens(in: 30)
        let lines = (0..<Int.random(in: 1...10, using: &random)).map { _ in areTables ? tableLine() : line() }
        let newline = random.pick(["\n", "\n", "\r\n"])
        let end = random.happens(in: 70) ? newline : ""
        var bytes = Array((lines.joined(separator: newline) + end).utf8)
        if random.happens(in: 2) { bytes = [0xEF, 0xBB, 0xBF] + bytes }
        if !areTables, random.happens(in: 20) { mutate(&bytes) }
        return bytes
    }

    /// A well-formed line over so few keys that lines contradict and extend each other.
    private mutating func tableLine() -> String {
        let key = (0..<random.pick([1, 2, 2, 3, 3])).map { _ in random.pick(["a", "b", "c"]) }.joined(separator: ".")
        return switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: "[\(key)]"
        case 4..<6: "[[\(key)]]"
        default:
            key + "." + random.pick(["x", "y", "z", "a"]) + " = " + random.pick(["1", "1", "{}", "{b.c = 1}", "[{}]"])
        }
    }

    private mutating func line() -> String {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<60: random.pick(["", "", "  "]) + assignment() + random.pick(["", "", " # comment", "\t"])
        case 60..<78: "[" + blank() + key() + blank() + "]" + random.pick(["", "", " # comment"])
        case 78..<92: "[[" + blank() + key() + blank() + "]]"
        case 92..<95: random.pick(Self.oddLines)
        default: random.pick(["", "# comment é", "\t"])
        }
    }

    private mutating func assignment() -> String {
        key() + random.pick(["=", " = ", "\t=\t"]) + value(depth: 0)
    }

    private mutating func key() -> String {
        let parts = random.pick([1, 1, 1, 1, 2, 2, 3])
        let separator = random.pick([".", ".", " . "])
        return (0..<parts).map { _ in random.pick(random.happens(in: 95) ? Self.keys : Self.oddKeys) }
            .joined(separator: separator)
    }

    private mutating func value(depth: Int) -> String {
        if depth < 3, random.happens(in: 15) { return array(depth: depth) }
        if depth < 3, random.happens(in: 12) { return inlineTable(depth: depth) }
        return random.pick(random.happens(in: 92) ? Self.values : Self.oddValues)
    }

    private mutating func array(depth: Int) -> String {
        let gap = random.pick(["", " ", "\n", "\r\n", " # comment\n"])
        let elements = (0..<random.pick([0, 1, 2, 3])).map { _ in value(depth: depth + 1) }
        let last = !elements.isEmpty && random.happens(in: 20) ? "," : ""
        return "[" + gap + elements.joined(separator: gap + "," + gap) + gap + last + gap + "]"
    }

    private mutating func inlineTable(depth: Int) -> String {
        let gap = random.pick(["", " "])
        let pairs = (0..<random.pick([0, 1, 2, 3])).map { _ in key() + gap + "=" + gap + value(depth: depth + 1) }
        let last = random.happens(in: 2) ? "," : ""
        return "{" + gap + pairs.joined(separator: gap + "," + gap) + last + gap + "}"
    }

    private mutating func blank() -> String { random.pick(["", "", "", " ", "\t"]) }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        for _ in 0..<random.pick([1, 1, 2, 3]) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(random.pick(Self.bytes), at: place)
            case 2: bytes.insert(contentsOf: bytes[place..<min(place + 3, bytes.count)], at: place)
            default: bytes[place] = random.pick(Self.bytes)
            }
        }
    }

    private static let bytes = Array("\"'[]{}=.,#\n\r\t \\01ab-+_:TZexn\u{0}\u{7F}\u{1}é".utf8) + [0xFF, 0xC0, 0xED]

    private static let keys = [
        "a", "a", "b", "b", "c", "d", "e", "f", "g", "h", "i", "j", "x-y", "k_1", "1", "\"q r\"", "'lit'", "\"\"",
        "\"\\u0061\"", "\"é\"", "\"e\\u0301\"", "\"a.b\"", "3e1", "true", "2020-01-01",
    ]

    private static let oddKeys = ["é", "a b", "\"\\x\"", "\"\"\"a\"\"\"", "", "'a", "a/b", "\"a\nb\""]

    private static let values = [
        "1", "-7", "+3", "0", "-0", "0x1F", "0xdead_BEEF", "0o17", "0b101", "1_000", "9223372036854775807",
        "-9223372036854775808", "0x7fffffffffffffff", "1.5", "-0.0", "5e2", "1E-3", "1.5e+3", "6.02_2e2_3", "1e400",
        "inf", "+inf", "-inf", "nan", "-nan", "true", "false", "\"s\"", "\"\"", "''",
        "\"a\\tb\\u00e9\\U0001F600\\\"\\\\\\b\\f\\r\\n\"", "'lit\\n'", "\"é ü 😀\"", "\"tab\there\"", "\"\"\"m\nl\"\"\"",
        "\"\"\"\r\nm\r\nl\"\"\"", "\"\"\"\\\n   x\"\"\"", "\"\"\"a \\  \n \n\tb\"\"\"", "'''a''b'''", "'''\n'two'''''",
        "\"\"\"\"q\"\"\"\"\"", "\"\"\"a\"b\"\"c\"\"\"", "1979-05-27", "2020-02-29", "1979-05-27T07:32:00Z",
        "1979-05-27 07:32:00", "1979-05-27t07:32:00.5z", "1979-05-27T00:32:00.999999-07:00",
        "1979-05-27T00:32:00.1234567891+14:30", "1979-05-27T07:32:00-00:00", "07:32:00", "23:59:59.000001",
    ]

    private static let oddValues = [
        "9223372036854775808", "-9223372036854775809", "0xFFFFFFFFFFFFFFFF", "01", "1__0", "_1", "1_", "1.", ".5",
        "1.e2",
        "0x", "0X1", "-0x1", "0b2", "1e", "00.5", "1.0_0", "1._0", "+", "-", "+nan", "++1", "True", "INF", "abc", "a.b",
        "\"\\x41\"", "\"\\ud800\"", "\"\\U00110000\"", "\"\\u12\"", "\"\\ \"", "\"\"\"\\ x\"\"\"", "\"open", "'open",
        "\"\"\"open", "'''open", "\"\"\"\"\"\"\"\"\"", "''''''''", "\"\"\"\"\"", "07:32", "1979-05-27T07:32",
        "25:00:00",
        "2021-02-29", "1979-5-27", "1979-05-27T", "1979-05-27 ", "1979-05-27  07:32:00", "1979-05-27T07:32:00+24:00",
        "1979-05-27T07:32:00.", "1979-05-27T07:32:00+1:00", "0000-01-01", "23:59:60", "1990-12-31T23:59:60Z",
        "10000-01-01",
        "[1 2]", "[,]", "[1,,2]", "[1", "{a=1", "{a=1,}", "{a=1 b=2}", "{\na=1}", "{a}", "1 2", "", "#", "=", "]", "}",
        "\"a\" \"b\"", "\"a\rb\"", "\"a\u{1}b\"", "'a\u{7F}b'", "\u{FEFF}1", "٣",
    ]

    private static let oddLines = [
        "x", "[", "[]", "[[]]", "[a", "[[a]", "[a]]", "= 1", "a", "a =", "[ [a] ]", "a = 1 b = 2", "\u{1}", "# \u{1}",
        "\r",
        "a = 1\ra", "[a] b", "[a]#c", "a : 1", "]", "}", ",", "[a.]", "[.a]", "a. = 1", ".a = 1", "a..b = 1", "[a\n]",
    ]
}
