import WalletAPI

/// Rules as a table, and one rule explained.
enum RulesView {
    static func table(_ rules: [Rule]) -> Table {
        Table(
            [
                .essential("RULE", cutTo: 8), .essential("DECISION"), .detail(4, "TYPE"), .detail(3, "SINCE"),
                .detail(1, "CONDITION", cutTo: 16), .detail(2, "REASON", cutTo: 24),
            ],
            rows: rules.map { rule in
                [
                    Cell(rule.name), Cell(rule.decision, tone(rule.decision)), Cell(rule.type), .time(rule.since),
                    Cell(rule.condition), Cell(reason(of: rule)?.message),
                ]
            })
    }

    /// The one that explains the decision; a rule has one for each holding that it watches.
    private static func reason(of rule: Rule) -> Rule.Reason? {
        rule.reasons.first { $0.code == rule.decision } ?? rule.reasons.first
    }

    static func explanation(_ rule: Rule, on traits: TerminalTraits) -> [String] {
        let head = FactList([
            .init("rule", Cell(rule.name)), .init("type", Cell(rule.type)),
            .init("decision", Cell(rule.decision, tone(rule.decision))), .init("condition", Cell(rule.condition)),
            .init("since", .time(rule.since)),
        ]).lines(on: traits)
        switch traits.reader {
        case .program: return head + rule.reasons.map(programsLine)
        case .person: return head + rule.reasons.flatMap { [""] + facts($0).lines(on: traits) }
        }
    }

    private static func facts(_ reason: Rule.Reason) -> FactList {
        FactList([
            .init("reason", Cell(reason.code, .heading)), .init("", Cell(reason.message)),
            .init("holding", Cell(Subject.text(reason.source, reason.account, reason.asset))),
            .init("value", Cell(reason.value)), .init("limit", Cell(reason.limit)),
            .init("since", .time(reason.since)), .init("clears when", Cell(reason.clearsWhen)),
        ])
    }

    private static func programsLine(_ reason: Rule.Reason) -> String {
        [
            Cell("reason"), Cell(reason.code), Cell(reason.message),
            Cell(Subject.text(reason.source, reason.account, reason.asset)), Cell(reason.value), Cell(reason.limit),
            Cell(reason.since), Cell(reason.clearsWhen),
        ].map(\.text).joined(separator: "\t")
    }

    private static func tone(_ decision: String) -> Tone {
        switch decision {
        case "firing": .bad
        case "pending", "hold": .warning
        default: .good
        }
    }
}
