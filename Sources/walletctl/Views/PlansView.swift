import WalletAPI

/// What would be moved, as a table.
enum PlansView {
    static func table(_ plans: [Plan]) -> Table {
        Table(
            [
                .essential("RULE", cutTo: 8), .essential("AMOUNT", .right), .detail(1, "FEE", .right),
                .detail(2, "NET", .right), .detail(4, "PROCESSING"), .essential("TO", cutTo: 8),
                .detail(5, "PROVIDER", cutTo: 8), .detail(3, "HELD BY", cutTo: 16), .detail(6, "PLAN", cutTo: 8),
                .detail(7, "FROM", cutTo: 16), .detail(8, "EXPIRES"),
            ],
            rows: plans.map { plan in
                [
                    Cell(plan.rule), Cell(plan.amount.text), Cell(plan.fee.text), Cell(plan.net.text),
                    Cell(plan.processing), Cell(plan.destination), Cell(plan.provider),
                    Cell(ReasonsView.codes(plan.reasons), .warning), Cell(plan.plan), Cell(holdings(plan)),
                    .time(plan.expires),
                ]
            })
    }

    static func holdings(_ plan: Plan) -> String {
        plan.legs.map { Subject.text($0.source, $0.account, $0.asset) }.joined(separator: ", ")
    }
}
