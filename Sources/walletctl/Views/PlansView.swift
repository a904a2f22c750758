import WalletAPI

/// What would be moved, as a table.
enum PlansView {
    /// For a person also what holds each rule; a program has the codes in the table, and the rest with `--json`.
    static func lines(_ plans: [Plan], on traits: TerminalTraits) -> [String] {
        switch traits.reader {
        case .program: table(plans).lines(on: traits)
        case .person: table(plans).lines(on: traits) + reasons(plans, on: traits)
        }
    }

    /// Those of a rule are the same for all of its plans.
    private static func reasons(_ plans: [Plan], on traits: TerminalTraits) -> [String] {
        var told: Set<String?> = []
        return plans.flatMap { plan -> [String] in
            guard let reasons = plan.reasons, !reasons.isEmpty, told.insert(plan.rule).inserted else { return [] }
            return ReasonsView.lines(reasons, named: plan.rule ?? "held by", on: traits)
        }
    }

    static func table(_ plans: [Plan]) -> Table {
        Table(
            [
                .essential("RULE", cutTo: 8), .essential("AMOUNT", .right), .detail(1, "FEE", .right),
                .detail(2, "NET", .right), .detail(4, "PROCESSING"), .essential("TO", cutTo: 8),
                .detail(5, "PROVIDER", cutTo: 8), .detail(3, "HELD BY", cutTo: 16), .detail(6, "PLAN", cutTo: 8),
                .detail(7, "FROM", cutTo: 16), .detail(10, "EXPIRES"),
                .detail(9, "ONE BY ONE", .right), .detail(8, "SAVED", .right),
            ],
            rows: plans.map { plan in
                [
                    Cell(plan.rule), Cell(plan.amount.text), Cell(plan.fee.text), Cell(plan.net.text),
                    Cell(plan.processing), Cell(plan.destination), Cell(plan.provider),
                    Cell(ReasonsView.codes(plan.reasons), .warning), Cell(plan.plan), Cell(holdings(plan)),
                    .time(plan.expires), Cell(plan.savings?.alone.text), Cell(plan.savings?.saved.text),
                ]
            })
    }

    static func holdings(_ plan: Plan) -> String {
        plan.legs.map { Subject.text($0.source, $0.account, $0.asset) }.joined(separator: ", ")
    }
}
