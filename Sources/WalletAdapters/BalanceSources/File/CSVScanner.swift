/// Takes a table apart, record by record.
struct CSVScanner {
    private let bytes: [UInt8]
    private var index: Int
    private(set) var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    var isAtEnd: Bool { index == bytes.count }
    var isAtEndOfLine: Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private var byte: UInt8? { isAtEnd ? nil : bytes[index] }

    /// Takes the fields up to the end of the line, which it takes too.
    mutating func record() throws(CSVError) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(try byte == UInt8(ascii: "\"") ? quotedField() : plainField())
            guard byte == UInt8(ascii: ",") else { break }
            index += 1
        }
        if byte == UInt8(ascii: "\r") {
            index += 1
            guard byte == UInt8(ascii: "\n") else { throw CSVError(.carriageReturn, line: line) }
        }
        if !isAtEnd { index += 1 }
        line += 1
        return fields
    }

    private mutating func plainField() throws(CSVError) -> String {
        let start = index
        while let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\r"), byte != UInt8(ascii: "\n") {
            guard byte != UInt8(ascii: "\"") else { throw CSVError(.strayQuote, line: line) }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func quotedField() throws(CSVError) -> String {
        let first = line
        var field: [UInt8] = []
        index += 1
        while let byte {
            index += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == UInt8(ascii: "\"") else {
                field.append(byte)
                continue
            }
            if self.byte == UInt8(ascii: "\"") {
                field.append(byte)
                index += 1
                continue
            }
            switch self.byte {
            case nil, UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                return String(decoding: field, as: UTF8.self)
            case .some: throw CSVError(.textAfterQuote, line: line)
            }
        }
        throw CSVError(.openQuote, line: first)
    }
}
