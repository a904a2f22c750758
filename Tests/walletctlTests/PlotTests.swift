import Testing
import WalletAPI

@testable import walletctl

@Suite struct `A plot` {
    private func value(_ at: String, _ until: String?, _ amount: String) -> HistoryEntry {
        HistoryEntry(at: at, until: until, available: Amount(amount: amount, asset: "KRW"))
    }

    private func lines(
        _ entries: [HistoryEntry], columns: Int = 30, charset: TerminalTraits.Charset = .ascii
    ) throws -> [String] {
        let series = try #require(PlotSeries(entries))
        let traits = TerminalTraits(reader: .person, columns: columns, charset: charset, colour: .none)
        return try #require(HistoryPlot(series)).lines(on: traits)
    }

    @Test func `draws values upward, time to the right and gaps as gaps`() throws {
        let plot = try lines([
            value("2026-11-01T00:00:00Z", "2026-11-05T00:00:00Z", "100"),
            HistoryEntry(at: "2026-11-05T00:00:00Z", until: "2026-11-09T00:00:00Z", gap: "timeout"),
            value("2026-11-09T00:00:00Z", "2026-11-13T00:00:00Z", "600"),
        ])
        #expect(
            plot == [
                "600 +                *********", "    |                         ", "500 +                         ",
                "    |                         ", "400 +                         ", "    |                         ",
                "    |                         ", "300 +                         ", "    |                         ",
                "200 +                         ", "    |                         ", "100 +*********                ",
                "    +-------------------------", "     2026-11-01     2026-11-13",
            ])
    }

    @Test func `is drawn in dots where the terminal has them`() throws {
        let plot = try lines(
            [
                value("2026-11-01T00:00:00Z", "2026-11-01T00:30:00Z", "0"),
                value("2026-11-01T01:00:00Z", "2026-11-01T02:00:00Z", "60"),
            ], columns: 40, charset: .unicode)
        #expect(plot.first == "60 ┤                  ⡏⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉")
        #expect(plot[11] == " 0 ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡇                 ")
        #expect(plot[12] == "   └────────────────────────────────────")
        #expect(plot[13] == "    11-01 00:00 11-01 01:00  11-01 02:00")
    }

    @Test(arguments: [10, 14, 20, 37, 80, 200], [TerminalTraits.Charset.ascii, .unicode])
    func `fits the width`(columns: Int, charset: TerminalTraits.Charset) throws {
        let plot = try lines(
            [value("2026-11-01T00:00:00Z", nil, "1.5"), value("2026-11-02T00:00:00Z", nil, "2.25")], columns: columns,
            charset: charset)
        let widest = plot.map { DisplayWidth.of($0) }.max() ?? 0
        #expect(widest <= max(columns, 15))
    }

    @Test func `of one moment is a dot`() throws {
        let plot = try lines([value("2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", "0")])
        #expect(plot.joined().contains("*"))
    }

    @Test(arguments: [
        HistoryEntry(at: "yesterday"), HistoryEntry(at: "2026-11-01T00:00:00Z", until: "?"),
        HistoryEntry(at: "2026-11-01T00:00:00Z", available: Amount(amount: "1e5", asset: "KRW")),
        HistoryEntry(
            at: "2026-11-01T00:00:00Z", available: Amount(amount: String(repeating: "9", count: 35), asset: "KRW")),
    ])
    func `of what cannot be read is not drawn`(entry: HistoryEntry) {
        #expect(PlotSeries([entry]) == nil)
    }

    @Test func `of nothing known is not drawn`() throws {
        let series = try #require(PlotSeries([HistoryEntry(at: "2026-11-01T00:00:00Z", gap: "timeout")]))
        #expect(HistoryPlot(series) == nil)
    }

    @Test(
        arguments: [
            (0, 0, [0, 1]), (5, 5, [4, 5, 6]), (100, 600, [100, 200, 300, 400, 500, 600]),
            (-3, 4, [-4, -2, 0, 2, 4]), (-7, 9, [-10, -5, 0, 5, 10]),
            (0, 47, [0, 10, 20, 30, 40, 50]), (1_000_000, 1_000_001, [1_000_000, 1_000_001]),
        ] as [(Int128, Int128, [Int128])])
    func `has round marks`(low: Int128, high: Int128, marks: [Int128]) {
        #expect(PlotScale(enclosing: low...high).marks == marks)
    }

    @Test func `takes the largest amounts there are`() throws {
        let most = PlotSeries.unitsMax
        let scale = PlotScale(enclosing: -most...most)
        #expect(scale.row(of: -most, rows: 48) == 0)
        #expect(scale.row(of: most, rows: 48) == 47)
        #expect(scale.row(of: 0, rows: 49) == 24)
    }

    @Test(
        arguments: [
            ("0", 0, 0, "0"), ("12.50", 1250, 2, "12.5"), ("-0.05", -5, 2, "-0.05"), ("007", 7, 0, "7"),
            ("100.00", 10000, 2, "100"),
        ] as [(String, Int128, Int, String)])
    func `reads numbers by their digits`(text: String, units: Int128, scale: Int, short: String) throws {
        let number = try #require(ScaledValue(text))
        #expect(number == ScaledValue(units: units, scale: scale))
        #expect(number.shortText == short)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "1.2.3", "+1", "1e5", " 1", "１", "--1", String(repeating: "9", count: 40),
    ])
    func `takes nothing else for a number`(text: String) {
        #expect(ScaledValue(text) == nil)
    }
}
