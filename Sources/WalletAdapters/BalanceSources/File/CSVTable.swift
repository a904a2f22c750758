/// A table of comma-separated values (RFC 4180), with the line on which each record begins.
///
/// Lines end in CRLF or LF. A byte order mark is skipped, as spreadsheets write one; empty lines are too.
struct CSVTable {
    struct Record: Equatable {
        /// Counted from 1.
        var line: Int
        var fields: [String]
    }

    let records: [Record]

    init(_ bytes: [UInt8]) throws(CSVError) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw CSVError(.notUTF8, line: nil) }
        var scanner = CSVScanner(bytes)
        var records: [Record] = []
        while !scanner.isAtEnd {
            let line = scanner.line
            let isEmpty = scanner.isAtEndOfLine
            let fields = try scanner.record()
            if !isEmpty { records.append(Record(line: line, fields: fields)) }
        }
        self.records = records
    }
}
