import WalletAPI
import WalletClient

/// What was, as a table or drawn.
enum HistoryView {
    static func table(_ entries: [HistoryEntry]) -> Table {
        Table(
            [
                .essential("FROM"), .detail(1, "TO"), .essential("AVAILABLE", .right), .detail(2, "TOTAL", .right),
                .essential("GAP"),
            ],
            rows: entries.map(row))
    }

    private static func row(_ entry: HistoryEntry) -> [Cell] {
        let total = entry.total == entry.available ? nil : entry.total
        return [
            .time(entry.at), .time(entry.until), Cell(entry.available?.text), Cell(total?.text),
            Cell(entry.available == nil ? entry.gap ?? "unknown" : nil, .warning),
        ]
    }

    static func plot(
        _ entries: [HistoryEntry], of holding: HoldingPath, on traits: TerminalTraits
    ) throws(Failure) -> [String] {
        guard let series = PlotSeries(entries) else {
            throw Failure(.refused, "the history of `\(holding.text)` has numbers or times that cannot be drawn")
        }
        guard let plot = HistoryPlot(series) else {
            throw Failure(.refused, "nothing is known of `\(holding.text)` in that time")
        }
        let title = Ellipsis.cut(SafeText.escaped("\(holding.text), UTC"), columns: traits.columns, traits.charset)
        return [Tone.heading.paint(title, on: traits)] + plot.lines(on: traits)
    }
}
