extension Parser {
    /// Moves from a fault to the next line that starts a statement.
    ///
    /// That is the line after the brackets that are open at the fault or opened behind it on its line. Where these are
    /// never closed, an array is taken to end before the next line that cannot be part of one, and an inline table,
    /// which may not span lines, on the line of the fault.
    mutating func resynchronize() {
        var open = openBrackets.map(\.byte)
        openBrackets.removeAll()
        if !open.isEmpty, cursor.isAtLineStart, cursor.startsStatement { return }
        var ahead = cursor
        var nextLine: Cursor?
        while let byte = ahead.peek {
            if ahead.takeNewline() {
                if open.isEmpty || ahead.startsHeader || (open.last == .openBracket && ahead.startsAssignment) { break }
                if open.last == .openBrace, nextLine == nil { nextLine = ahead }
            } else {
                ahead.skipToken(byte, brackets: &open)
            }
        }
        cursor = open.isEmpty ? ahead : nextLine ?? ahead
    }
}

extension Cursor {
    /// Passes a string, a comment or one byte, and keeps account of the brackets that are open.
    fileprivate mutating func skipToken(_ byte: UInt8, brackets: inout [UInt8]) {
        switch byte {
        case .quote, .apostrophe:
            skipString()
        case .numberSign:
            skipToLineEnd()
        case .openBracket, .openBrace:
            brackets.append(byte)
            advance()
        case .closeBracket, .closeBrace:
            _ = brackets.popLast()
            advance()
        default:
            advance()
        }
    }
}
