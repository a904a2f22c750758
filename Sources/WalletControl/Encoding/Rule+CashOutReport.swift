import WalletAPI
import WalletCore
import WalletEngine

extension Rule {
    init(_ report: CashOutRuleReport) {
        self.init(
            name: report.name, type: "cashout", decision: report.decision.word.rawValue,
            since: report.since.description, reasons: report.decision.reasons.map { Reason($0) })
        leftOut = report.decision.leftOut.isEmpty ? nil : report.decision.leftOut.map { Reason($0) }
        plans = report.plans.map { Plan($0.plan, id: $0.id) }
        revision = report.revision
        consent = Consent(report.consent)
        guard let rule = report.rule else { return }
        mode = rule.mode.rawValue
        condition = "above \(rule.whenAbove)"
        terms = CashOutTerms(rule, provider: report.provider)
    }
}

extension Rule.Consent {
    fileprivate init(_ consent: RuleStanding.Consent) {
        switch consent {
        case .missing: self.init("missing")
        case .given(let at): self.init("given", since: at.description)
        case .outdated(let since): self.init("outdated", since: since.description)
        case .taken(let cause, let at): self.init("taken", since: at.description, reason: cause)
        }
    }

    static let states = ["missing", "given", "outdated", "taken"]
}

extension CashOutTerms {
    fileprivate init(_ rule: CashOutRule, provider: String?) {
        self.init(
            from: rule.from.map(\.text), whenAbove: Amount(rule.whenAbove), leave: Amount(rule.leave),
            destination: rule.destination, confirm: rule.confirm)
        self.provider = provider
        let ceilings = [rule.maxFee.percent?.description, rule.maxFee.amount?.description].compactMap(\.self)
        maxFee = ceilings.isEmpty ? nil : ceilings
        minAmount = rule.minAmount.map { Amount($0) }
        maxAmount = rule.maxAmount.map { Amount($0) }
        cooldown = rule.cooldown?.text
        maxAge = rule.maxAge?.text
        beforeExpiry = rule.beforeExpiry?.text
        approveWithin = rule.approveWithin?.text
        budget = rule.budget.map { budget in
            Budget(amount: Amount(budget.amount), fees: Amount(budget.fees), every: budget.every.text)
        }
    }
}

extension HoldingPattern {
    /// As the configuration has it.
    fileprivate var text: String { account.map { "\(source.pattern)/\($0.pattern)" } ?? source.pattern }
}
