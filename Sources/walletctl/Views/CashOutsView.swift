import WalletAPI

/// Cash-outs as a table.
enum CashOutsView {
    static func table(_ cashOuts: [CashOut]) -> Table {
        Table(
            [
                .essential("CASH-OUT", cutTo: 8), .essential("STATE"), .detail(3, "RULE", cutTo: 8),
                .essential("AMOUNT", .right), .detail(4, "FEE", .right), .detail(5, "NET", .right),
                .detail(1, "TO", cutTo: 8), .detail(2, "PLANNED"), .detail(6, "PROVIDER", cutTo: 8),
                .detail(7, "FROM", cutTo: 16), .detail(8, "EXPIRES"), .detail(9, "MESSAGE", cutTo: 24),
            ],
            rows: cashOuts.map { cashOut in
                let plan = cashOut.terms
                return [
                    Cell(cashOut.id), Cell(cashOut.state, tone(cashOut.state)), Cell(plan.rule), Cell(plan.amount.text),
                    Cell((cashOut.feeTaken ?? plan.fee).text), Cell(plan.net.text), Cell(plan.destination),
                    .time(cashOut.plannedAt), Cell(plan.provider), Cell(PlansView.holdings(plan)), .time(plan.expires),
                    Cell(cashOut.message),
                ]
            })
    }

    static func tone(_ state: String) -> Tone {
        switch state {
        case "unknown", "returned": .bad
        case "awaiting-approval", "needs-user": .warning
        case "settled", "final": .good
        case "rejected", "abandoned": .faint
        default: .plain
        }
    }
}
