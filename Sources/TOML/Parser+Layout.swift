extension Parser {
    /// Passes blank lines and comments up to the next thing of substance.
    mutating func skipBlankLines() {
        repeat {
            cursor.skipBlanks()
            skipComment()
        } while cursor.takeNewline()
    }

    /// Passes a comment if one starts here; the end of its line stays.
    mutating func skipComment() {
        guard cursor.peek == .numberSign else { return }
        var isFaulty = false
        while !cursor.isAtLineEnd, let byte = cursor.peek {
            if byte.isControl, !isFaulty {
                noteControlCharacter(in: "a comment")
                isFaulty = true
            }
            cursor.advance()
        }
    }

    mutating func noteControlCharacter(in place: String) {
        note(.controlCharacter, "\(cursor.sight) in \(place)", at: cursor.position)
    }

    mutating func note(_ code: TOMLError.Code, _ message: String, at position: TOMLPosition) {
        log.note(TOMLError(position: position, code: code, message: message))
    }

    func unexpected(_ expected: String) -> TOMLError {
        let isControl = cursor.peek.map { $0.isControl && !cursor.isAtNewline } ?? false
        return TOMLError(
            position: cursor.position, code: isControl ? .controlCharacter : .unexpected,
            message: "expected \(expected), found \(cursor.sight)")
    }
}
