/// Tells from the first words of a line whether a statement starts there, where a fault left open what the line is.
extension Cursor {
    /// Whether what is next can only be a header or an assignment, never the element of an array.
    var startsStatement: Bool { startsAssignment || startsHeader }

    /// Whether a dotted key with an equals sign is next.
    var startsAssignment: Bool {
        var ahead = self
        return ahead.skipKey() && ahead.peek == .equals
    }

    /// Whether a header that cannot be a nested array is next: its first word is no value, and its line ends with it.
    var startsHeader: Bool {
        var ahead = self
        ahead.skipBlanks()
        guard ahead.take(.openBracket) else { return false }
        let brackets = ahead.take(.openBracket) ? 2 : 1
        ahead.skipBlanks()
        guard ahead.startsName, ahead.skipKey(), ahead.run(of: .closeBracket, limit: brackets) == brackets else {
            return false
        }
        ahead.advance(by: brackets)
        ahead.skipBlanks()
        return ahead.isAtLineEnd || ahead.peek == .numberSign
    }

    /// Whether a bare word that is no value is next.
    private var startsName: Bool {
        guard let first = peek, first.isLetter || first == .underscore else { return false }
        var ahead = self
        while let byte = ahead.peek, byte.isBare { ahead.advance() }
        let word = ahead.slice(from: offset)
        return !["true", "false", "inf", "nan"].contains { word.elementsEqual($0.utf8) }
    }

    /// Passes a dotted key and the blanks around it.
    private mutating func skipKey() -> Bool {
        repeat {
            skipBlanks()
            let start = offset
            if let byte = peek, byte == .quote || byte == .apostrophe {
                skipLineString()
            } else {
                while let byte = peek, byte.isBare { advance() }
            }
            guard offset > start else { return false }
            skipBlanks()
        } while take(.period)
        return true
    }

    /// Passes a string whatever is in it; one that is never closed ends with its line.
    mutating func skipString() {
        guard let mark = peek, run(of: mark, limit: 3) == 3 else { return skipLineString() }
        var ahead = self
        ahead.advance(by: 3)
        while let byte = ahead.peek {
            if byte == mark, ahead.run(of: mark, limit: 3) == 3 {
                ahead.advance(by: 3)
                self = ahead
                return
            }
            let isEscape = byte == .backslash && mark == .quote && ahead.peek(after: 1) != nil
            ahead.advance(by: isEscape ? 2 : 1)
        }
        skipToLineEnd()
    }

    private mutating func skipLineString() {
        guard let mark = peek else { return }
        advance()
        while let byte = peek, !isAtNewline {
            let isEscape = byte == .backslash && mark == .quote && peek(after: 1).map { !$0.isControl } ?? false
            advance(by: isEscape ? 2 : 1)
            if byte == mark { return }
        }
    }
}
