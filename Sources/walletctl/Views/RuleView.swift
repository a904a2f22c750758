import WalletAPI

/// One rule explained.
enum RuleView {
    static func lines(_ rule: Rule, on traits: TerminalTraits) -> [String] {
        let head = FactList([
            .init("rule", Cell(rule.name)), .init("type", Cell(rule.type)), .init("mode", Cell(rule.mode)),
            .init("decision", Cell(rule.decision, RulesView.tone(rule.decision))),
            .init("condition", Cell(rule.condition)), .init("since", .time(rule.since)),
            .init("consent", Cell(consent(rule), rule.consent?.state == "given" ? .plain : .warning)),
            .init("revision", Cell(rule.revision)),
        ]).lines(on: traits)
        return head + ReasonsView.lines(rule.reasons, on: traits)
            + ReasonsView.lines(rule.leftOut ?? [], named: "left out", on: traits)
            + plans(rule.plans ?? [], on: traits)
    }

    private static func consent(_ rule: Rule) -> String? {
        guard let consent = rule.consent else { return nil }
        let words = [consent.state, consent.reason.map { "(\($0))" }, consent.since.map { "since \($0)" }]
        return words.compactMap(\.self).joined(separator: " ")
    }

    /// What it would move; a program has this in the plan's own list.
    private static func plans(_ plans: [Plan], on traits: TerminalTraits) -> [String] {
        switch traits.reader {
        case .program: []
        case .person: plans.isEmpty ? [] : [""] + PlansView.table(plans).lines(on: traits)
        }
    }
}
