extension Parser {
    mutating func readString() throws(TOMLError) -> String {
        guard let mark = cursor.peek, cursor.run(of: mark, limit: 3) == 3 else { return try readLineString() }
        return try readMultilineString()
    }

    /// Reads a string in single quotes or double quotes, which ends on its line.
    mutating func readLineString() throws(TOMLError) -> String {
        let start = cursor.position
        let mark = cursor.peek
        cursor.advance()
        var content = StringContent()
        while let byte = cursor.peek, !cursor.isAtNewline {
            if byte == mark {
                cursor.advance()
                return content.text
            }
            readCharacter(of: mark, into: &content)
        }
        throw TOMLError(position: start, code: .unclosed, message: "string is not closed on its line")
    }

    /// Reads a string in three quotes of either kind; a line end right behind the first three is not part of it.
    private mutating func readMultilineString() throws(TOMLError) -> String {
        let start = cursor.position
        let mark = cursor.peek ?? .quote
        cursor.advance(by: 3)
        _ = cursor.takeNewline()
        var content = StringContent()
        while cursor.peek != nil {
            let marks = cursor.run(of: mark, limit: 5)
            let isEnd = marks >= 3
            content.bytes.append(contentsOf: repeatElement(mark, count: isEnd ? marks - 3 : marks))
            cursor.advance(by: marks)
            if isEnd { return content.text }
            guard marks == 0 else { continue }
            if mark == .quote, skipContinuation() { continue }
            if cursor.takeNewline() {
                content.bytes.append(.lineFeed)
            } else {
                readCharacter(of: mark, into: &content)
            }
        }
        throw TOMLError(position: start, code: .unclosed, message: "multi-line string is not closed")
    }

    /// Passes one character or escape of a string that `mark` opened.
    private mutating func readCharacter(of mark: UInt8?, into content: inout StringContent) {
        guard let byte = cursor.peek else { return }
        if byte == .backslash, mark == .quote { return readEscape(into: &content) }
        if byte.isControl, !content.hasFault {
            noteControlCharacter(in: "a string")
            content.hasFault = true
        }
        content.bytes.append(byte)
        cursor.advance()
    }

    /// Passes a backslash that ends its line, with all blanks and line ends after it.
    private mutating func skipContinuation() -> Bool {
        guard cursor.peek == .backslash else { return false }
        var ahead = cursor
        ahead.advance()
        ahead.skipBlanks()
        guard ahead.takeNewline() else { return false }
        repeat { ahead.skipBlanks() } while ahead.takeNewline()
        cursor = ahead
        return true
    }

    private mutating func readEscape(into content: inout StringContent) {
        let start = cursor.position
        cursor.advance()
        guard let letter = cursor.peek, !cursor.isAtNewline else { return }
        if let byte = simpleEscape(letter) {
            content.bytes.append(byte)
            cursor.advance()
        } else if letter == UInt8(ascii: "u") || letter == UInt8(ascii: "U") {
            cursor.advance()
            readScalarEscape(digits: letter == UInt8(ascii: "u") ? 4 : 8, from: start, into: &content)
        } else {
            let message = "a backslash before \(cursor.sight) is no escape (write \\\\ for a backslash)"
            note(.invalidEscape, message, at: start)
        }
    }

    private func simpleEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): .tab
        case UInt8(ascii: "n"): .lineFeed
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): .carriageReturn
        case .quote, .backslash: letter
        default: nil
        }
    }

    private mutating func readScalarEscape(digits: Int, from start: TOMLPosition, into content: inout StringContent) {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = cursor.peek?.digitValue else {
                return note(.invalidEscape, "this escape needs \(digits) hexadecimal digits", at: start)
            }
            value = value << 4 | UInt32(digit)
            cursor.advance()
        }
        guard let scalar = Unicode.Scalar(value) else {
            return note(.invalidEscape, "this escape is no Unicode scalar value", at: start)
        }
        content.bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
}
