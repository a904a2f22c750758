import WalletAPI

/// Rules as a table.
enum RulesView {
    static func table(_ rules: [Rule]) -> Table {
        Table(
            [
                .essential("RULE", cutTo: 8), .essential("DECISION"), .detail(4, "TYPE"), .detail(3, "SINCE"),
                .detail(1, "CONDITION", cutTo: 16), .detail(2, "REASON", cutTo: 24), .detail(5, "MODE"),
            ],
            rows: rules.map { rule in
                [
                    Cell(rule.name), Cell(rule.decision, tone(rule.decision)), Cell(rule.type), .time(rule.since),
                    Cell(rule.condition), Cell(reason(of: rule)?.message), Cell(rule.mode),
                ]
            })
    }

    /// The one that explains the decision; a rule has one for each holding that it watches.
    private static func reason(of rule: Rule) -> Reason? {
        rule.reasons.first { $0.code == rule.decision } ?? rule.reasons.first
    }

    static func tone(_ decision: String) -> Tone {
        switch decision {
        case "firing": .bad
        case "pending", "hold": .warning
        default: .good
        }
    }
}
