import WalletCore

/// Checks each rule against its provider and the limits, and all rules for circles.
struct CashOutRuleCheck {
    let destinations: [String: Destination]
    let providers: [String: Provider]
    let limits: Budget?
    /// Of the budget over all cash-outs, where there is one.
    let limitsPlace: Place?
    let findings: Findings

    func check(_ entries: [CashOutSection.Entry]) {
        for entry in entries { checkFlaws(of: entry) }
        let landings = Set(destinations.values.compactMap(\.source)).sorted()
        for circle in CashOutCircle.all(of: entries.map(\.rule), to: destinations, sources: landings) {
            guard let entry = entries.first(where: { $0.rule.name == circle.rules.first }) else { continue }
            findings.fault("`to`: \(circle)", at: entry.place("to"))
        }
    }

    private func checkFlaws(of entry: CashOutSection.Entry) {
        let provider = destinations[entry.rule.destination].flatMap { providers[$0.provider] }
        for flaw in entry.rule.flaws(by: provider, limits: limits, sources: []) {
            // Reported where the table is read, also where it has other faults.
            guard flaw.code != .budgetMissing, flaw.code != .limitsMissing else { continue }
            report(flaw, of: entry)
        }
    }

    private func report(_ flaw: CashOutFlaw, of entry: CashOutSection.Entry) {
        if flaw.key == "limits", let limitsPlace {
            let rule = KeySpelling.spelled(["cashouts", entry.rule.name])
            findings.fault("[\(rule)] could never act: \(flaw.message)", at: limitsPlace)
        } else {
            findings.fault("`\(flaw.key)`: the rule could never act: \(flaw.message)", at: entry.place(flaw.key))
        }
    }
}
