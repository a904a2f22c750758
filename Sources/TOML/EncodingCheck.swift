/// Finds what is not UTF-8 before a document is read.
enum EncodingCheck {
    enum Finding {
        /// Text with the first bad byte of each line that has one, of the first lines if there are too many to report.
        case text(faults: [TOMLError])
        /// Something else altogether; one fault says it better than one for each line.
        case notText(TOMLError)
    }

    static func examine(_ bytes: [UInt8]) -> Finding {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return .notText(fault(.start, "this is UTF-16; TOML is UTF-8"))
        }
        var faults: [TOMLError] = []
        var cursor = Cursor(bytes)
        while let byte = cursor.peek, faults.count <= TOMLDocument.faultsMax {
            if byte == 0 {
                return .notText(fault(cursor.position, "NUL byte: this is not a text file"))
            }
            let length = scalarLength(in: bytes, at: cursor.offset)
            if length == nil, faults.last?.position.line != cursor.position.line {
                faults.append(fault(cursor.position, "not valid UTF-8"))
            }
            for _ in 0..<(length ?? 1) { cursor.advance() }
        }
        return .text(faults: faults)
    }

    private static func fault(_ position: TOMLPosition, _ message: String) -> TOMLError {
        TOMLError(position: position, code: .encoding, message: message)
    }

    /// The number of bytes of the scalar at `offset`, nil if it is none: the syntax of UTF-8 in RFC 3629, section 4.
    private static func scalarLength(in bytes: [UInt8], at offset: Int) -> Int? {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[offset] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return nil
        }
        guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
        let rest = bytes[(offset + 2)..<(offset + length)]
        return rest.allSatisfy { (0x80...0xBF).contains($0) } ? length : nil
    }
}
