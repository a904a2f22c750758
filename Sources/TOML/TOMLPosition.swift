/// A place in a document.
///
/// Lines end with LF or CRLF and count from 1. Columns count Unicode scalars from 1, so a tab is one column and so is
/// a letter outside ASCII; a byte order mark at the start of the document is none.
package struct TOMLPosition: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    static let start = TOMLPosition(line: 1, column: 1)

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package var description: String { "\(line):\(column)" }

    package static func < (left: TOMLPosition, right: TOMLPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
