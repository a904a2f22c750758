extension Parser {
    /// Reads the value at the cursor, which lies `level` levels deep.
    mutating func readValue(level: Int) throws(TOMLError) -> TOMLValue {
        let position = cursor.position
        try checkDepth(level)
        let kind: TOMLKind
        switch cursor.peek {
        case .quote, .apostrophe: kind = .string(try readString())
        case .openBracket: kind = .array(try readArray(level: level))
        case .openBrace: kind = .table(try readInlineTable(level: level))
        default: kind = try readScalar()
        }
        return TOMLValue(position: position, kind: kind)
    }

    private mutating func readArray(level: Int) throws(TOMLError) -> [TOMLValue] {
        open(.openBracket)
        var elements: [TOMLValue] = []
        while true {
            try skipToElement()
            if cursor.peek == .closeBracket { break }
            elements.append(try readValue(level: level + 1))
            try skipToElement()
            if cursor.peek == .closeBracket { break }
            guard cursor.take(.comma) else { throw unexpected("',' or ']' in the array\(openedElsewhere)") }
        }
        close()
        return elements
    }

    /// Passes line ends in an array; what can only be the next statement shows that the array was never closed.
    private mutating func skipToElement() throws(TOMLError) {
        let line = cursor.position.line
        skipBlankLines()
        let hasEnded = cursor.position.line > line && cursor.startsStatement
        if cursor.peek == nil || hasEnded { throw unclosed("array is not closed") }
    }

    private mutating func readInlineTable(level: Int) throws(TOMLError) -> TOMLTable {
        let table = builder.addInlineTable(at: cursor.position)
        open(.openBrace)
        cursor.skipBlanks()
        if cursor.peek != .closeBrace {
            repeat {
                cursor.skipBlanks()
                try checkLineGoesOn()
                let keys = try readKey(below: level)
                let value = try readAssignedValue(below: level + keys.count)
                insert(keys, .value(value), into: table)
                cursor.skipBlanks()
                try checkLineGoesOn()
            } while try takeComma()
        }
        close()
        return builder.removeInlineTable(table)
    }

    /// Passes the comma between two pairs of an inline table; false at its end.
    private mutating func takeComma() throws(TOMLError) -> Bool {
        if cursor.peek == .closeBrace { return false }
        let position = cursor.position
        guard cursor.take(.comma) else { throw unexpected("',' or '}' in the inline table") }
        cursor.skipBlanks()
        guard cursor.peek != .closeBrace else {
            let message = "an inline table must not end with a comma"
            throw TOMLError(position: position, code: .unexpected, message: message)
        }
        return true
    }

    private func checkLineGoesOn() throws(TOMLError) {
        if cursor.isAtLineEnd || cursor.peek == .numberSign {
            throw unclosed("inline table is not closed on its line")
        }
    }

    private mutating func open(_ byte: UInt8) {
        openBrackets.append(OpenBracket(byte: byte, position: cursor.position))
        cursor.advance()
    }

    private mutating func close() {
        openBrackets.removeLast()
        cursor.advance()
    }

    private func unclosed(_ what: String) -> TOMLError {
        let opened = openBrackets.last?.position ?? cursor.position
        return TOMLError(position: opened, code: .unclosed, message: what)
    }

    private var openedElsewhere: String {
        guard let opened = openBrackets.last?.position, opened.line < cursor.position.line else { return "" }
        return " opened at \(opened)"
    }
}
