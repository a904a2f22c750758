/// Rows of fields under headings, for a person's terminal or for another program.
struct Table {
    let columns: [TableColumn]
    /// Each with as many fields as there are columns.
    let rows: [[Cell]]

    init(_ columns: [TableColumn], rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The lines of the table; none where there are no rows. A program gets no headings and every field; a person gets
    /// the columns in which there is something, as far as they fit side by side.
    func lines(on traits: TerminalTraits) -> [String] {
        guard !rows.isEmpty else { return [] }
        switch traits.reader {
        case .program: return rows.map { $0.map(\.text).joined(separator: "\t") }
        case .person: return withFilledColumns.linesForPerson(on: traits)
        }
    }

    private func linesForPerson(on traits: TerminalTraits) -> [String] {
        var table = self
        while true {
            if let widths = TableWidths.fitting(table, columns: traits.columns) {
                return table.lines(of: widths, on: traits)
            }
            guard let smaller = table.withoutLeastDetail else { return blocks(on: traits) }
            table = smaller
        }
    }

    private func lines(of widths: [Int], on traits: TerminalTraits) -> [String] {
        let heading = columns.map { Cell($0.heading, .heading) }
        return ([heading] + rows).map { row in
            let fields = row.indices.map { index in
                row[index].fitted(to: widths[index], columns[index].alignment, on: traits)
            }
            let line = fields.joined(separator: TableWidths.gap)
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private var withFilledColumns: Table {
        keeping(columns.indices.filter { column in rows.contains { !$0[column].isEmpty } })
    }

    /// `nil` where only essential columns are left.
    private var withoutLeastDetail: Table? {
        guard let least = columns.indices.max(by: { columns[$0].rank < columns[$1].rank }), columns[least].rank > 0
        else {
            return nil
        }
        return keeping(columns.indices.filter { $0 != least })
    }

    private func keeping(_ kept: [Int]) -> Table {
        Table(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
    }

    /// Each row as a list of its facts, for a terminal on which not even the essential columns fit.
    private func blocks(on traits: TerminalTraits) -> [String] {
        let blocks = rows.map { row in
            FactList(zip(columns, row).map { FactList.Fact($0.heading.lowercased(), $1) }).lines(on: traits)
        }
        return Array(blocks.joined(separator: [""]))
    }
}
