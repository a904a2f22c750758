extension JSONParser {
    /// Reads a string from its opening quote on and resolves its escapes.
    mutating func string() throws(JSONError) -> JSONToken {
        index += 1
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return JSONToken(.string, start..<index - 1)
            case UInt8(ascii: "\\"): return try stringWithEscapes(from: start)
            case ..<0x20: throw JSONError(.controlCharacter(byte), at: index)
            case ..<0x80: index += 1
            default: index += try sequenceLength()
            }
        }
        throw JSONError(.unexpectedEnd, at: index)
    }

    /// Goes on with a string from its first escape on.
    private mutating func stringWithEscapes(from start: Int) throws(JSONError) -> JSONToken {
        let resolvedStart = resolved.count
        var run = start
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                resolved += bytes[run..<index]
                index += 1
                return JSONToken(.resolvedString, resolvedStart..<resolved.count)
            case UInt8(ascii: "\\"):
                resolved += bytes[run..<index]
                try resolveEscape()
                run = index
            case ..<0x20: throw JSONError(.controlCharacter(byte), at: index)
            case ..<0x80: index += 1
            default: index += try sequenceLength()
            }
        }
        throw JSONError(.unexpectedEnd, at: index)
    }

    private mutating func resolveEscape() throws(JSONError) {
        guard index + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): resolved.append(bytes[index + 1])
        case UInt8(ascii: "b"): resolved.append(0x08)
        case UInt8(ascii: "t"): resolved.append(0x09)
        case UInt8(ascii: "n"): resolved.append(0x0A)
        case UInt8(ascii: "f"): resolved.append(0x0C)
        case UInt8(ascii: "r"): resolved.append(0x0D)
        case UInt8(ascii: "u"):
            let scalar = try scalarEscape()
            UTF8.encode(scalar).map { resolved += $0 }
            return
        default: throw JSONError(.malformedEscape, at: index)
        }
        index += 2
    }

    /// Reads `\u0041`, or the two escapes of a surrogate pair.
    private mutating func scalarEscape() throws(JSONError) -> Unicode.Scalar {
        let first = try codeUnit(at: index)
        if let scalar = Unicode.Scalar(first) {
            index += 6
            return scalar
        }
        guard UTF16.isLeadSurrogate(first) else { throw JSONError(.loneSurrogate, at: index) }
        for (offset, byte) in [(6, UInt8(ascii: "\\")), (7, UInt8(ascii: "u"))] {
            guard index + offset < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
            guard bytes[index + offset] == byte else { throw JSONError(.loneSurrogate, at: index) }
        }
        let second = try codeUnit(at: index + 6)
        guard UTF16.isTrailSurrogate(second) else { throw JSONError(.loneSurrogate, at: index) }
        index += 12
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    /// The four hexadecimal digits of the escape whose backslash stands at `start`.
    private func codeUnit(at start: Int) throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for position in start + 2..<start + 6 {
            guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
            guard let digit = Self.hexDigit(bytes[position]) else { throw JSONError(.malformedEscape, at: start) }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// How many bytes the multi-byte character at `index` has, by the table of well-formed sequences in
    /// chapter 3 of the Unicode Standard (table 3-7).
    private func sequenceLength() throws(JSONError) -> Int {
        let (second, length): (ClosedRange<UInt8>, Int) =
            switch bytes[index] {
            case 0xC2...0xDF: (0x80...0xBF, 2)
            case 0xE0: (0xA0...0xBF, 3)
            case 0xE1...0xEC, 0xEE...0xEF: (0x80...0xBF, 3)
            case 0xED: (0x80...0x9F, 3)
            case 0xF0: (0x90...0xBF, 4)
            case 0xF1...0xF3: (0x80...0xBF, 4)
            case 0xF4: (0x80...0x8F, 4)
            default: throw JSONError(.invalidUTF8, at: index)
            }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else {
            throw JSONError(.invalidUTF8, at: index)
        }
        for position in index + 2..<index + length where bytes[position] & 0xC0 != 0x80 {
            throw JSONError(.invalidUTF8, at: index)
        }
        return length
    }
}
