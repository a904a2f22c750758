import JSON
import WalletTestSupport

/// Draws values, ways to write them, and faults in what was written; the same seed gives the same documents.
struct DocumentGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// A value that nests at most `depth` deep.
    mutating func value(depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2, 3: .number(number())
        case 4, 5: .string(string())
        case 6, 7: .array(repeated { $0.value(depth: depth - 1) })
        case 8: .object(object(depth: depth))
        case let drawn: preconditionFailure("drew \(drawn)")
        }
    }

    /// A document that RFC 8259 allows, with white space and escapes at will; some nest around the limit of 32.
    mutating func document() -> [UInt8] {
        var text = written(value())
        if chance(oneIn: 20) {
            let levels = Int.random(in: 26...33, using: &random)
            text = String(repeating: "[", count: levels) + text + String(repeating: "]", count: levels)
        }
        return Array((space() + text + space()).utf8)
    }

    /// The document with one to three bytes or fragments removed, replaced, inserted, repeated, or cut off.
    mutating func mutated(_ document: [UInt8]) -> [UInt8] {
        var bytes = document
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...6, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0: bytes.removeSubrange(place..<min(place + 1, end))
            case 1: bytes.removeSubrange(place..<end)
            case 2:
                bytes.replaceSubrange(place..<min(place + 1, end), with: [UInt8.random(in: 0...255, using: &random)])
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4: bytes.removeSubrange(place...)
            case 5, 6, 7: bytes.insert(contentsOf: drawn(Self.fragments), at: place)
            case let drawn: preconditionFailure("drew \(drawn)")
            }
        }
        return bytes
    }

    private mutating func number() -> String {
        let whole = ["0", "7", "10", "42", "12500", "18446744073709551616", "99999999999999999999999999999999999999"]
        let fraction = ["", "", ".0", ".5", ".50", ".00012000", ".000000000000000001"]
        let exponent = ["", "", "", "e5", "E-2", "e+00", "e400"]
        return drawn(["", "-"]) + drawn(whole) + drawn(fraction) + drawn(exponent)
    }

    private mutating func string() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            text.unicodeScalars.append(drawn(Self.scalars))
        }
        return text
    }

    private mutating func object(depth: Int) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<drawn([0, 1, 2, 3, 4, 12]) {
            object.set(string(), to: value(depth: depth - 1))
        }
        return object
    }

    private mutating func written(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let digits): digits
        case .string(let text): written(text)
        case .array(let elements): "[" + space() + elements.map { written($0) + space() }.joined(separator: ",") + "]"
        case .object(let object):
            "{"
                + object.members.map { space() + written($0.name) + space() + ":" + space() + written($0.value) }
                .joined(separator: ",") + space() + "}"
        }
    }

    private mutating func written(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { written($0) }.joined() + "\""
    }

    private mutating func written(_ scalar: Unicode.Scalar) -> String {
        let short = Self.shortEscapes[scalar]
        let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        if let short, mustEscape || chance(oneIn: 3), chance(oneIn: 2) { return short }
        guard mustEscape || chance(oneIn: 4) else { return String(scalar) }
        return UTF16.encode(scalar).map { units in units.map { escape($0) }.joined() } ?? String(scalar)
    }

    private mutating func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: chance(oneIn: 2))
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    private mutating func space() -> String {
        drawn(["", "", "", " ", "\n", "\t", "\r\n", "  "])
    }

    private mutating func repeated(_ element: (inout Self) -> JSONValue) -> [JSONValue] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in element(&self) }
    }

    private mutating func chance(oneIn count: Int) -> Bool {
        Int.random(in: 0..<count, using: &random) == 0
    }

    private mutating func drawn<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &random)]
    }
}
