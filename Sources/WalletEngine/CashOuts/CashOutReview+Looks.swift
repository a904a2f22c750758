import WalletCore
import WalletStore

/// Takes readings: what they say of holdings after a cash-out, and how many of them agree that a rule is due.
extension CashOutReview where Transaction == WriteTransaction {
    /// Takes what became known, and decides anew where it is about holdings that some rule takes from.
    func take(_ looks: CashOutLooks) throws(StoreError) -> [CashOutDecision] {
        let held = try holds(of: Set(looks.looks.map(\.source)))
        for case .seen(let holding, let look) in looks.looks {
            guard var hold = held[holding] else { continue }
            hold.take(look)
            try transaction.save(hold, of: holding)
        }
        let fed = looks.looks.filter { configuration.feedsCashOuts($0.source) }
        guard !fed.isEmpty else { return [] }
        var facts = try facts()
        for rule in configuration.cashOuts.rules {
            try confirm(rule, by: fed, held: held, in: &facts)
        }
        return try keep(on: facts)
    }

    /// Those that were not free before these readings.
    private func holds(of sources: Set<String>) throws(StoreError) -> [HoldingID: Hold] {
        var holds: [HoldingID: Hold] = [:]
        for source in sources.sorted() {
            holds.merge(try transaction.holds(ofSource: source)) { first, _ in first }
        }
        return holds
    }

    private func confirm(
        _ rule: CashOutRule, by looks: [CashOutLooks.Look], held: [HoldingID: Hold], in facts: inout CashOutFacts
    ) throws(StoreError) {
        // Most readings are about few rules.
        var known: Confirmation.Verdict?
        var confirmations = facts.rules[rule.name]?.confirmations ?? [:]
        for seen in looks {
            for holding in confirmations.keys.filter(seen.voids).sorted() { confirmations[holding] = nil }
            guard case .seen(let holding, let look) = seen, rule.selects(holding) else { continue }
            let verdict = known ?? rule.verdict(on: facts.holdings.filter { rule.selects($0.id) }, at: self.look.now)
            known = verdict
            let pace = Confirmation.Pace(
                every: configuration.source(holding.source)?.settings.every, freed: held[holding]?.ended)
            var confirmation = confirmations[holding] ?? Confirmation()
            // More than enough need not be counted, nor written at every reading.
            if verdict == .due, confirmation.isEnough(for: rule, after: pace.freed) { continue }
            confirmation.take(look, saying: verdict, pace: pace)
            confirmations[holding] = confirmation.count > 0 ? confirmation : nil
        }
        try save(confirmations, of: rule, before: facts.rules[rule.name]?.confirmations ?? [:])
        facts.rules[rule.name]?.confirmations = confirmations
    }

    private func save(
        _ confirmations: [HoldingID: Confirmation], of rule: CashOutRule, before: [HoldingID: Confirmation]
    ) throws(StoreError) {
        for holding in Set(before.keys).union(confirmations.keys).sorted()
        where before[holding] != confirmations[holding] {
            try transaction.save(confirmations[holding] ?? Confirmation(), of: rule.name, on: holding)
        }
    }
}

extension Confirmation {
    fileprivate func isEnough(for rule: CashOutRule, after freed: Timestamp?) -> Bool {
        guard meets(rule.confirm), let since else { return false }
        return freed.map { $0 < since } ?? true
    }
}

extension CashOutLooks.Look {
    /// Whether what was counted of the holding counts no more.
    fileprivate func voids(_ holding: HoldingID) -> Bool {
        switch self {
        case .seen: false
        case .missed(let missed): holding == missed
        case .failed(let source), .doubted(let source): holding.source == source
        }
    }
}
