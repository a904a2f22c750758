/// Reads one document by recursive descent; ``JSONLimits/depthMax`` bounds the recursion.
struct JSONParser {
    let bytes: [UInt8]
    /// The first byte that is not read yet.
    var index = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONError) -> JSONValue {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw JSONError(.byteOrderMark, at: 0) }
        skipWhitespace()
        guard index < bytes.count else { throw JSONError(.empty, at: index) }
        let value = try value()
        skipWhitespace()
        guard index == bytes.count else { throw JSONError(.trailingByte(bytes[index]), at: index) }
        return value
    }

    private mutating func value(expected: JSONError.Expected = .value) throws(JSONError) -> JSONValue {
        guard index < bytes.count else { throw unexpected(expected) }
        switch bytes[index] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try nested { parser throws(JSONError) in try parser.object() })
        case UInt8(ascii: "["): return .array(try nested { parser throws(JSONError) in try parser.array() })
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try literal("true", .bool(true), expected: .restOfTrue)
        case UInt8(ascii: "f"): return try literal("false", .bool(false), expected: .restOfFalse)
        case UInt8(ascii: "n"): return try literal("null", .null, expected: .restOfNull)
        default: throw unexpected(expected)
        }
    }

    private mutating func nested<Content>(
        _ read: (inout JSONParser) throws(JSONError) -> Content
    ) throws(JSONError) -> Content {
        guard depth < JSONLimits.depthMax else { throw JSONError(.tooDeep, at: index) }
        depth += 1
        defer { depth -= 1 }
        index += 1
        skipWhitespace()
        return try read(&self)
    }

    /// Reads what follows the opening bracket.
    private mutating func array() throws(JSONError) -> [JSONValue] {
        var elements: [JSONValue] = []
        guard !skip(UInt8(ascii: "]")) else { return elements }
        var expected = JSONError.Expected.valueOrBracket
        while true {
            elements.append(try value(expected: expected))
            skipWhitespace()
            if skip(UInt8(ascii: "]")) { return elements }
            guard skip(UInt8(ascii: ",")) else { throw unexpected(.commaOrBracket) }
            skipWhitespace()
            expected = .value
        }
    }

    /// Reads what follows the opening brace.
    private mutating func object() throws(JSONError) -> JSONObject {
        var object = JSONObject()
        guard !skip(UInt8(ascii: "}")) else { return object }
        var expected = JSONError.Expected.nameOrBrace
        while true {
            guard isAt(UInt8(ascii: "\"")) else { throw unexpected(expected) }
            let start = index
            let name = try string()
            guard object[name] == nil else { throw JSONError(.repeatedName(name), at: start) }
            skipWhitespace()
            guard skip(UInt8(ascii: ":")) else { throw unexpected(.colon) }
            skipWhitespace()
            object.append(JSONObject.Member(name: name, value: try value()))
            skipWhitespace()
            if skip(UInt8(ascii: "}")) { return object }
            guard skip(UInt8(ascii: ",")) else { throw unexpected(.commaOrBrace) }
            skipWhitespace()
            expected = .name
        }
    }

    private mutating func literal(
        _ word: StaticString, _ value: JSONValue, expected: JSONError.Expected
    ) throws(JSONError) -> JSONValue {
        for byte in word.description.utf8 {
            guard skip(byte) else { throw unexpected(expected) }
        }
        return value
    }
}

extension JSONParser {
    func isAt(_ byte: UInt8) -> Bool {
        index < bytes.count && bytes[index] == byte
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard isAt(byte) else { return false }
        index += 1
        return true
    }

    /// Why the next byte, or the lack of one, is wrong.
    func unexpected(_ expected: JSONError.Expected) -> JSONError {
        guard index < bytes.count else { return JSONError(.unexpectedEnd, at: index) }
        return JSONError(.unexpectedByte(bytes[index], expected: expected), at: index)
    }

    private mutating func skipWhitespace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }
}
