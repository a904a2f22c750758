extension Parser {
    /// Reads a boolean, number, date or time: everything up to the next blank, comma, bracket or comment.
    ///
    /// A word that is none of them is noted as a fault and stands for `false`.
    mutating func readScalar() throws(TOMLError) -> TOMLKind {
        let position = cursor.position
        let start = cursor.offset
        skipWord()
        guard cursor.offset > start else { throw unexpected("a value") }
        if ScalarReader.isDateShaped(cursor.slice(from: start)), isTimeNext {
            cursor.advance()
            skipWord()
        }
        let word = cursor.slice(from: start)
        do throws(ScalarFault) {
            return try ScalarReader.read(word)
        } catch {
            note(error.code, "\(Quotation.of(word: word)) \(error.reason)", at: position)
            return .boolean(false)
        }
    }

    private mutating func skipWord() {
        while let byte = cursor.peek, !byte.isBlank, !byte.isControl, !"[]{},=#'\"".utf8.contains(byte) {
            cursor.advance()
        }
    }

    /// Whether one space and then a time follow, which a date may take as its time.
    private var isTimeNext: Bool {
        guard cursor.peek == .space, let first = cursor.peek(after: 1), let second = cursor.peek(after: 2) else {
            return false
        }
        return first.isDigit && second.isDigit && cursor.peek(after: 3) == .colon
    }
}
