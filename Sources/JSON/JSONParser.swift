/// Finds the values of one document by recursive descent; ``JSONLimits/depthMax`` bounds the recursion.
struct JSONParser {
    let bytes: [UInt8]
    /// The first byte that is not read yet.
    var index = 0
    /// What was read, in its order.
    private(set) var tokens: [JSONToken] = []
    /// The content of strings with escapes.
    var resolved: [UInt8] = []
    private var depth = 0

    /// Of usual documents, a token has more bytes than this, so that there is room for all of them from the beginning.
    private static let bytesPerToken = 8

    /// No more than `UInt32.max` bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONError) {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw JSONError(.byteOrderMark, at: 0) }
        tokens.reserveCapacity(bytes.count / Self.bytesPerToken + 1)
        skipWhitespace()
        guard index < bytes.count else { throw JSONError(.empty, at: index) }
        try value()
        skipWhitespace()
        guard index == bytes.count else { throw JSONError(.trailingByte(bytes[index]), at: index) }
    }

    private mutating func value(expected: JSONError.Expected = .value) throws(JSONError) {
        guard index < bytes.count else { throw unexpected(expected) }
        switch bytes[index] {
        case UInt8(ascii: "\""): add(try string())
        case UInt8(ascii: "{"): try nested(.object) { parser throws(JSONError) in try parser.members() }
        case UInt8(ascii: "["): try nested(.array) { parser throws(JSONError) in try parser.elements() }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): add(.number, try number())
        case UInt8(ascii: "t"): try literal("true", .yes, expected: .restOfTrue)
        case UInt8(ascii: "f"): try literal("false", .no, expected: .restOfFalse)
        case UInt8(ascii: "n"): try literal("null", .null, expected: .restOfNull)
        default: throw unexpected(expected)
        }
    }

    private mutating func nested(
        _ kind: JSONToken.Kind, _ read: (inout JSONParser) throws(JSONError) -> Void
    ) throws(JSONError) {
        guard depth < JSONLimits.depthMax else { throw JSONError(.tooDeep, at: index) }
        depth += 1
        defer { depth -= 1 }
        let token = tokens.count
        add(kind, index..<index)
        index += 1
        skipWhitespace()
        try read(&self)
        tokens[token].next = UInt32(tokens.count)
    }

    /// Reads what follows the opening bracket.
    private mutating func elements() throws(JSONError) {
        guard !skip(UInt8(ascii: "]")) else { return }
        var expected = JSONError.Expected.valueOrBracket
        while true {
            try value(expected: expected)
            skipWhitespace()
            if skip(UInt8(ascii: "]")) { return }
            guard skip(UInt8(ascii: ",")) else { throw unexpected(.commaOrBracket) }
            skipWhitespace()
            expected = .value
        }
    }

    /// Reads what follows the opening brace.
    private mutating func members() throws(JSONError) {
        guard !skip(UInt8(ascii: "}")) else { return }
        var names = JSONNames(from: tokens.count)
        var expected = JSONError.Expected.nameOrBrace
        while true {
            try name(&names, expected: expected)
            skipWhitespace()
            guard skip(UInt8(ascii: ":")) else { throw unexpected(.colon) }
            skipWhitespace()
            try value()
            skipWhitespace()
            if skip(UInt8(ascii: "}")) { return }
            guard skip(UInt8(ascii: ",")) else { throw unexpected(.commaOrBrace) }
            skipWhitespace()
            expected = .name
        }
    }

    private mutating func name(_ names: inout JSONNames, expected: JSONError.Expected) throws(JSONError) {
        guard isAt(UInt8(ascii: "\"")) else { throw unexpected(expected) }
        let start = index
        let name = try string()
        guard names.insert(name, in: self) else { throw JSONError(.repeatedName(text(name)), at: start) }
        add(name)
    }

    private mutating func literal(
        _ word: StaticString, _ kind: JSONToken.Kind, expected: JSONError.Expected
    ) throws(JSONError) {
        let start = index
        for byte in word.description.utf8 {
            guard skip(byte) else { throw unexpected(expected) }
        }
        add(kind, start..<index)
    }

    private mutating func add(_ kind: JSONToken.Kind, _ range: Range<Int>) {
        add(JSONToken(kind, range))
    }

    private mutating func add(_ token: JSONToken) {
        var token = token
        token.next = UInt32(tokens.count + 1)
        tokens.append(token)
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

    /// The content of a string or the digits of a number.
    func content(_ token: JSONToken) -> ArraySlice<UInt8> {
        token.kind == .resolvedString ? resolved[token.range] : bytes[token.range]
    }

    func text(_ token: JSONToken) -> String {
        String(decoding: content(token), as: UTF8.self)
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
