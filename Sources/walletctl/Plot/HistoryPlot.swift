/// A holding's history as a drawing: values upward, time to the right, nothing where nothing was known.
struct HistoryPlot {
    private let series: PlotSeries
    private let span: ClosedRange<Instant>
    private let scale: PlotScale

    /// Enough to tell a slope from a step, and still room for the prompt.
    private static let rows = 12
    /// Below this a drawing shows nothing.
    private static let columnsMin = 8

    /// `nil` where no value is known.
    init?(_ series: PlotSeries) {
        guard let span = series.span, let values = series.values else { return nil }
        self.series = series
        self.span = span
        scale = PlotScale(enclosing: values)
    }

    func lines(on traits: TerminalTraits) -> [String] {
        let labels = labelsByRow
        let labelWidth = labels.values.map { DisplayWidth.of($0) }.max() ?? 0
        let columns = max(Self.columnsMin, traits.columns - labelWidth - 2)
        let drawn = grid(columns: columns, traits.charset).lines
        let rows = drawn.enumerated().map { index, line in
            let label = labels[Self.rows - 1 - index]
            let blanks = String(repeating: " ", count: labelWidth - DisplayWidth.of(label ?? ""))
            let axis = label == nil ? traits.charset.axis : traits.charset.mark
            return Tone.faint.paint("\(blanks)\(label ?? "") \(axis)", on: traits) + line
        }
        let margin = String(repeating: " ", count: labelWidth + 1)
        let base = traits.charset.corner + String(repeating: traits.charset.base, count: columns)
        let times = TimeAxis(span).line(columns: columns)
        return rows + [Tone.faint.paint(margin + base, on: traits), Tone.faint.paint("\(margin) \(times)", on: traits)]
    }

    private func grid(columns: Int, _ charset: TerminalTraits.Charset) -> DotGrid {
        var grid = DotGrid(charactersWide: columns, charactersHigh: Self.rows, charset: charset)
        for (column, range) in series.ranges(parts: grid.dotColumns).enumerated() {
            guard let range else { continue }
            let low = scale.row(of: range.lowerBound, rows: grid.dotRows)
            let high = scale.row(of: range.upperBound, rows: grid.dotRows)
            grid.drawVertical(column: column, rows: low...high)
        }
        return grid
    }

    /// The axis' marks by the row of characters, counted from 0 at the bottom, that they stand in.
    private var labelsByRow: [Int: String] {
        let labelled = scale.marks.map { mark in
            (scale.row(of: mark, rows: Self.rows), ScaledValue(units: mark, scale: series.scale).shortText)
        }
        return Dictionary(labelled) { first, _ in first }
    }
}

extension TerminalTraits.Charset {
    fileprivate var axis: String {
        switch self {
        case .ascii: "|"
        case .unicode: "│"
        }
    }

    /// The axis where a label stands.
    fileprivate var mark: String {
        switch self {
        case .ascii: "+"
        case .unicode: "┤"
        }
    }

    fileprivate var corner: String {
        switch self {
        case .ascii: "+"
        case .unicode: "└"
        }
    }

    fileprivate var base: String {
        switch self {
        case .ascii: "-"
        case .unicode: "─"
        }
    }
}
