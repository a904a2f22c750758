import WalletAPI
import WalletClient

/// Holdings as a table.
enum HoldingsView {
    static func table(_ holdings: [Holding]) -> Table {
        Table(
            [
                .essential("HOLDING", cutTo: 16), .essential("AVAILABLE", .right), .detail(3, "TOTAL", .right),
                .essential("FRESHNESS"), .detail(2, "KIND"), .detail(1, "READ"), .detail(6, "AS OF"),
                .detail(5, "CHANGED"), .detail(7, "WITHDRAWAL"), .detail(4, "EXPIRES", cutTo: 24),
            ],
            rows: holdings.map(row))
    }

    private static func row(_ holding: Holding) -> [Cell] {
        [
            Cell(HoldingPath(holding).text), Cell(holding.available.text), Cell(total(holding)?.text),
            Cell(holding.freshness, tone(holding.freshness)), Cell(holding.kind), .time(holding.readAt),
            .time(holding.asOf), .time(holding.changedAt),
            Cell(holding.withdrawal == "none" ? nil : holding.withdrawal),
            Cell(holding.lots?.map { "\($0.amount.text) on \($0.expires)" }.joined(separator: ", ")),
        ]
    }

    /// Where it says more than what is available.
    private static func total(_ holding: Holding) -> Amount? {
        holding.total == holding.available ? nil : holding.total
    }

    private static func tone(_ freshness: String) -> Tone {
        switch freshness {
        case "fresh": .good
        case "stale": .warning
        default: .faint
        }
    }
}
