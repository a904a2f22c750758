/// Rows of fields under headings, for a person's terminal or for another program.
struct Table {
    struct Column {
        enum Alignment {
            case left
            /// For numbers.
            case right
        }

        let heading: String
        let alignment: Alignment
        /// Down to how many columns of the terminal its texts may be cut; `nil` where a part would mislead.
        let cutTo: Int?

        init(_ heading: String, alignment: Alignment = .left, cutTo: Int? = nil) {
            self.heading = heading
            self.alignment = alignment
            self.cutTo = cutTo
        }
    }

    let columns: [Column]
    /// Each with as many fields as there are columns.
    private(set) var rows: [[Cell]] = []

    init(_ columns: [Column], rows: [[Cell]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// The lines of the table; none where there are no rows. A program gets no headings and all fields, a person only
    /// the columns in which there is something.
    func lines(on traits: TerminalTraits) -> [String] {
        guard !rows.isEmpty else { return [] }
        switch traits.reader {
        case .program: return rows.map { $0.map(\.text).joined(separator: "\t") }
        case .person: return filledColumns.linesForPerson(on: traits)
        }
    }

    private var filledColumns: Table {
        let filled = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        return Table(filled.map { columns[$0] }, rows: rows.map { row in filled.map { row[$0] } })
    }

    private func linesForPerson(on traits: TerminalTraits) -> [String] {
        guard let widths = TableWidths.fitting(self, columns: traits.columns) else { return blocks(on: traits) }
        let heading = zip(columns, widths).map { column, width in
            Tone.heading.paint(Self.fitted(column.heading, column: column, width: width, traits), on: traits)
        }
        let body = rows.map { row in
            zip(zip(row, columns), widths).map { field, width in
                let (cell, column) = field
                return cell.tone.paint(Self.fitted(cell.shown, column: column, width: width, traits), on: traits)
            }
        }
        return ([heading] + body).map(Self.line)
    }

    /// Fields side by side without blanks at the end.
    private static func line(_ fields: [String]) -> String {
        let line = fields.joined(separator: TableWidths.gap)
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    private static func fitted(_ text: String, column: Column, width: Int, _ traits: TerminalTraits) -> String {
        let cut = Ellipsis.cut(text, columns: width, traits.charset)
        let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(cut)))
        switch column.alignment {
        case .left: return cut + blanks
        case .right: return blanks + cut
        }
    }

    /// Each row as a list of its facts, for a terminal on which the columns do not fit side by side.
    private func blocks(on traits: TerminalTraits) -> [String] {
        let blocks = rows.map { row in
            FactList(zip(columns, row).filter { !$0.1.isEmpty }.map { FactList.Fact($0.heading.lowercased(), $1) })
                .lines(on: traits)
        }
        return Array(blocks.joined(separator: [""]))
    }
}
