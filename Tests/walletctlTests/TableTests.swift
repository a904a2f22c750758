import Testing

@testable import walletctl

@Suite struct `A table` {
    private static let columns: [TableColumn] = [
        .essential("NAME", cutTo: 8), .essential("SUM", .right), .detail(1, "STATE"), .detail(2, "REASON", cutTo: 6),
    ]

    private static let rows = [
        [Cell("tmoney"), Cell("12500 KRW"), Cell("ok", .good), Cell("because of the weather")],
        [Cell("스타벅스"), Cell("7 KRW"), Cell("stale", .warning), Cell(nil)],
    ]

    private func person(_ columns: Int, colour: TerminalTraits.Colour = .none) -> TerminalTraits {
        TerminalTraits(reader: .person, columns: columns, charset: .unicode, colour: colour)
    }

    @Test func `aligns its columns by what the terminal shows`() {
        #expect(
            Table(Self.columns, rows: Self.rows).lines(on: person(60)) == [
                "NAME            SUM  STATE  REASON",
                "tmoney    12500 KRW  ok     because of the weather",
                "스타벅스      7 KRW  stale",
            ])
    }

    @Test func `is for a program a line a row, with tabs, all fields and no headings`() {
        #expect(
            Table(Self.columns, rows: Self.rows).lines(on: .plain) == [
                "tmoney\t12500 KRW\tok\tbecause of the weather", "스타벅스\t7 KRW\tstale\t",
            ])
    }

    @Test func `cuts details before it leaves them out`() {
        #expect(
            Table(Self.columns, rows: Self.rows).lines(on: person(40)) == [
                "NAME            SUM  STATE  REASON",
                "tmoney    12500 KRW  ok     because of …",
                "스타벅스      7 KRW  stale",
            ])
    }

    @Test func `leaves details out, the least first`() {
        let lines = Table(Self.columns, rows: Self.rows).lines(on: person(30))
        #expect(lines.first == "NAME            SUM  STATE")
        let fewer = Table(Self.columns, rows: Self.rows).lines(on: person(20))
        #expect(fewer == ["NAME            SUM", "tmoney    12500 KRW", "스타벅스      7 KRW"])
    }

    @Test func `becomes blocks where the essential does not fit`() {
        #expect(
            Table(Self.columns, rows: Self.rows).lines(on: person(16)) == [
                "name    tmoney", "sum     12500", "        KRW", "state   ok", "reason  because", "        of the",
                "        weather", "", "name   스타벅스", "sum    7 KRW", "state  stale",
            ])
    }

    @Test(arguments: [10, 11, 16, 20, 27, 33, 40, 60, 200])
    func `never is wider than the terminal`(columns: Int) {
        let lines = Table(Self.columns, rows: Self.rows).lines(on: person(columns))
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
    }

    @Test func `without rows is nothing`() {
        #expect(Table(Self.columns, rows: []).lines(on: person(80)).isEmpty)
        #expect(Table(Self.columns, rows: []).lines(on: .plain).isEmpty)
    }

    @Test func `shows no column in which there is nothing`() {
        let table = Table(Self.columns, rows: [[Cell("a"), Cell("1 KRW"), Cell(nil), Cell("")]])
        #expect(table.lines(on: person(80)) == ["NAME    SUM", "a     1 KRW"])
    }

    @Test func `is coloured only around the texts`() {
        let table = Table([.essential("A"), .essential("B")], rows: [[Cell("x", .bad), Cell("yy", .good)]])
        #expect(
            table.lines(on: person(80, colour: .ansi)) == [
                "\u{1b}[1mA\u{1b}[0m  \u{1b}[1mB\u{1b}[0m", "\u{1b}[31mx\u{1b}[0m  \u{1b}[32myy\u{1b}[0m",
            ])
    }

    @Test func `keeps text from outside from steering the terminal`() {
        let name = "a\u{1b}]0;owned\u{7}\tb\nc\u{9b}2J\u{202e}d"
        let shown = #"a\x1b]0;owned\x07\x09b\x0ac\x9b2J\u{202e}d"#
        let table = Table([.essential("A")], rows: [[Cell(name)]])
        #expect(table.lines(on: person(80)) == ["A", shown])
        #expect(table.lines(on: .plain) == [shown])
    }
}
