/// Walks over the bytes of a document and knows the position of each.
struct Cursor {
    private let bytes: [UInt8]
    private(set) var offset: Int
    private(set) var position = TOMLPosition.start

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func peek(after distance: Int) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    /// Passes one byte, which there must be.
    mutating func advance() {
        let byte = bytes[offset]
        offset += 1
        if byte == .lineFeed {
            position = TOMLPosition(line: position.line + 1, column: 1)
        } else if !byte.isUTF8Continuation {
            position = TOMLPosition(line: position.line, column: position.column + 1)
        }
    }

    mutating func advance(by count: Int) {
        for _ in 0..<count { advance() }
    }

    func slice(from start: Int) -> ArraySlice<UInt8> { bytes[start..<offset] }

    /// Whether an LF or CRLF is next.
    var isAtNewline: Bool {
        peek == .lineFeed || (peek == .carriageReturn && peek(after: 1) == .lineFeed)
    }

    var isAtLineEnd: Bool { peek == nil || isAtNewline }

    /// Passes an LF or CRLF if there is one.
    mutating func takeNewline() -> Bool {
        guard isAtNewline else { return false }
        advance(by: peek == .lineFeed ? 1 : 2)
        return true
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        advance()
        return true
    }

    mutating func skipBlanks() {
        while let byte = peek, byte.isBlank { advance() }
    }

    mutating func skipToLineEnd() {
        while !isAtLineEnd { advance() }
    }

    /// How many of `byte` stand here in a row, counted up to `limit`.
    func run(of byte: UInt8, limit: Int) -> Int {
        var count = 0
        while count < limit, peek(after: count) == byte { count += 1 }
        return count
    }

    /// Whether nothing but blanks stands before here on this line.
    var isAtLineStart: Bool {
        bytes[..<offset].last { !$0.isBlank }.map { $0 == .lineFeed } ?? true
    }

    /// What is next, for a sentence: "'x'", "end of line".
    var sight: String {
        guard let byte = peek else { return "end of file" }
        guard !isAtNewline else { return "end of line" }
        var end = offset + 1
        while end < bytes.count, bytes[end].isUTF8Continuation { end += 1 }
        guard byte != .carriageReturn,
            let scalar = String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first
        else { return "a carriage return without a line feed" }
        return Quotation.of(scalar)
    }
}
