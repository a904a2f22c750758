/// How wide the columns of a table are on a terminal.
enum TableWidths {
    static let gap = "  "

    /// Natural widths, made narrower where the texts may be cut: details first, essential columns only where there is
    /// no detail left to leave out. `nil` where the table does not fit so.
    static func fitting(_ table: Table, columns available: Int) -> [Int]? {
        var widths = table.columns.indices.map { natural(table, column: $0, available) }
        let details = table.columns.indices.filter { table.columns[$0].rank > 0 }
        shrink(&widths, of: details.isEmpty ? Array(table.columns.indices) : details, table, to: available)
        return total(widths) <= available ? widths : nil
    }

    private static func shrink(_ widths: inout [Int], of columns: [Int], _ table: Table, to available: Int) {
        while total(widths) > available {
            let cuttable = columns.filter { column in table.columns[column].cutTo.map { widths[column] > $0 } ?? false }
            guard let widest = cuttable.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }

    private static func total(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + gap.count * max(0, widths.count - 1)
    }

    /// That of the widest field; of a text that may be cut, no more than there is.
    private static func natural(_ table: Table, column: Int, _ available: Int) -> Int {
        let widest = table.rows.reduce(DisplayWidth.of(table.columns[column].heading)) { widest, row in
            max(widest, DisplayWidth.of(row[column].shown))
        }
        return table.columns[column].cutTo == nil ? widest : min(widest, available)
    }
}
