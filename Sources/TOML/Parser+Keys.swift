extension Parser {
    /// Reads a dotted key whose first part lies one level below `level`; blanks behind it are passed too.
    mutating func readKey(below level: Int) throws(TOMLError) -> [KeyPart] {
        var parts: [KeyPart] = []
        repeat {
            cursor.skipBlanks()
            try checkDepth(level + parts.count + 1)
            parts.append(try readKeyPart())
            cursor.skipBlanks()
        } while cursor.take(.period)
        return parts
    }

    func checkDepth(_ level: Int) throws(TOMLError) {
        guard level <= TOMLDocument.depthMax else {
            let message = "nested deeper than \(TOMLDocument.depthMax) levels"
            throw TOMLError(position: cursor.position, code: .tooDeep, message: message)
        }
    }

    private mutating func readKeyPart() throws(TOMLError) -> KeyPart {
        let position = cursor.position
        if let byte = cursor.peek, byte == .quote || byte == .apostrophe {
            guard cursor.run(of: byte, limit: 3) < 3 else {
                throw TOMLError(position: position, code: .unexpected, message: "a multi-line string cannot be a key")
            }
            return KeyPart(name: try readLineString(), position: position)
        }
        let start = cursor.offset
        while let byte = cursor.peek, byte.isBare { cursor.advance() }
        guard cursor.offset > start else { throw unexpected("a key") }
        try checkBareKeyEnds()
        return KeyPart(name: String(decoding: cursor.slice(from: start), as: UTF8.self), position: position)
    }

    /// Refuses a letter or sign that goes on with a bare key but must not stand in one.
    private func checkBareKeyEnds() throws(TOMLError) {
        guard let byte = cursor.peek, !byte.isBlank, !byte.isControl, !".=]#[{}'\",:".utf8.contains(byte) else {
            return
        }
        let message = "\(cursor.sight) cannot stand in a key without quotes"
        throw TOMLError(position: cursor.position, code: .unexpected, message: message)
    }
}
