/// How wide the columns of a table are on a terminal.
enum TableWidths {
    static let gap = "  "

    /// Natural widths, the widest of the columns that may be cut made narrower until the table fits; `nil` where it
    /// does not fit so either.
    static func fitting(_ table: Table, columns available: Int) -> [Int]? {
        var widths = table.columns.indices.map { column in
            let natural = natural(table, column: column)
            return table.columns[column].cutTo == nil ? natural : min(natural, max(available, 0))
        }
        var excess = widths.reduce(0, +) + gap.count * max(0, widths.count - 1) - available
        while excess > 0 {
            let cuttable = table.columns.indices.filter { column in
                table.columns[column].cutTo.map { widths[column] > $0 } ?? false
            }
            guard let widest = cuttable.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private static func natural(_ table: Table, column: Int) -> Int {
        table.rows.reduce(DisplayWidth.of(table.columns[column].heading)) { widest, row in
            max(widest, DisplayWidth.of(row[column].shown))
        }
    }
}
