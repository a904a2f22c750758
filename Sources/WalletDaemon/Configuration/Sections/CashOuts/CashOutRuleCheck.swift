import WalletCore

/// Checks each rule against its provider and the limits, and all rules for circles.
struct CashOutRuleCheck {
    /// Each pattern is compared with each source that value lands in; a thousand of both take a second.
    private static let comparisonsMax = 1_000_000

    let destinations: [String: Destination]
    let providers: [String: Provider]
    let limits: Budget?
    /// Of the budget over all cash-outs, where there is one.
    let limitsPlace: Place?
    let findings: Findings

    func check(_ entries: [CashOutSection.Entry]) {
        for entry in entries { checkFlaws(of: entry) }
        checkCircles(entries)
    }

    private func checkCircles(_ entries: [CashOutSection.Entry]) {
        let landing = entries.filter { destinations[$0.rule.destination]?.source != nil }
        let landings = Set(landing.compactMap { destinations[$0.rule.destination]?.source }).sorted()
        let comparisons = landing.reduce(0) { $0 + $1.rule.from.count } * landings.count
        guard comparisons <= Self.comparisonsMax else {
            if let place = landing.first?.place("from") {
                findings.fault(
                    "`from`: \(landing.count) rules that land in sources of ours are too many to look for circles",
                    at: place)
            }
            return
        }
        for circle in CashOutCircle.all(of: landing.map(\.rule), to: destinations, sources: landings) {
            guard let entry = landing.first(where: { $0.rule.name == circle.rules.first }) else { continue }
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
