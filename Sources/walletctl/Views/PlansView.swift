import WalletAPI

/// What would be moved, as a table.
enum PlansView {
    /// For a person also what going together saves and what holds each rule, below; a program has both in the table, the
    /// reasons by their codes.
    static func lines(_ plans: [Plan], on traits: TerminalTraits) -> [String] {
        switch traits.reader {
        case .program: programsTable(plans).lines(on: traits)
        case .person: table(plans).lines(on: traits) + saved(plans, on: traits) + reasons(plans, on: traits)
        }
    }

    private static func saved(_ plans: [Plan], on traits: TerminalTraits) -> [String] {
        let facts = plans.compactMap { plan in
            savings(plan).map { FactList.Fact(plan.rule ?? "saved", Cell("saves \($0)")) }
        }
        return facts.isEmpty ? [] : [""] + FactList(facts).lines(on: traits)
    }

    /// `300 SAT of fees: 200 SAT together, 500 SAT one by one`
    static func savings(_ plan: Plan) -> String? {
        plan.savings.map { "\($0.saved.text) of fees: \($0.bundled.text) together, \($0.alone.text) one by one" }
    }

    /// Those of a rule are the same for all of its plans.
    private static func reasons(_ plans: [Plan], on traits: TerminalTraits) -> [String] {
        var told: Set<String?> = []
        return plans.flatMap { plan -> [String] in
            guard let reasons = plan.reasons, !reasons.isEmpty, told.insert(plan.rule).inserted else { return [] }
            return ReasonsView.lines(reasons, named: plan.rule ?? "held by", on: traits)
        }
    }

    static func table(_ plans: [Plan]) -> Table { Table(columns, rows: plans.map(row)) }

    private static func programsTable(_ plans: [Plan]) -> Table {
        Table(
            columns + [.detail(9, "ONE BY ONE", .right), .detail(10, "SAVED", .right)],
            rows: plans.map { row($0) + [Cell($0.savings?.alone.text), Cell($0.savings?.saved.text)] })
    }

    private static let columns: [TableColumn] = [
        .essential("RULE", cutTo: 8), .essential("AMOUNT", .right), .detail(1, "FEE", .right),
        .detail(2, "NET", .right), .detail(4, "PROCESSING"), .essential("TO", cutTo: 8),
        .detail(5, "PROVIDER", cutTo: 8), .detail(3, "HELD BY", cutTo: 16), .detail(6, "PLAN", cutTo: 8),
        .detail(7, "FROM", cutTo: 16), .detail(8, "EXPIRES"),
    ]

    private static func row(_ plan: Plan) -> [Cell] {
        [
            Cell(plan.rule), Cell(plan.amount.text), Cell(plan.fee.text), Cell(plan.net.text), Cell(plan.processing),
            Cell(plan.destination), Cell(plan.provider), Cell(ReasonsView.codes(plan.reasons), .warning),
            Cell(plan.plan), Cell(holdings(plan)), .time(plan.expires),
        ]
    }

    static func holdings(_ plan: Plan) -> String {
        plan.legs.map { Subject.text($0.source, $0.account, $0.asset) }.joined(separator: ", ")
    }
}
