/// A table of comma-separated values (RFC 4180), with the line on which each record begins.
///
/// Lines end in CRLF or LF. A byte order mark is skipped, as spreadsheets write one; empty lines at the end are too.
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
            records.append(Record(line: line, fields: try scanner.record()))
        }
        while records.last?.fields == [""] { records.removeLast() }
        self.records = records
    }
}
