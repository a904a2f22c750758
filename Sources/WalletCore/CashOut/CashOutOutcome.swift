/// One decision in the making: its holdings, then its amounts, then its budgets.
struct CashOutOutcome {
    private let question: CashOutCase
    private(set) var decision: CashOutDecision
    /// With what the decision takes from them.
    private(set) var budgets: OpenBudgets
    /// What the decision would take.
    var holdings: [HoldingID] {
        decision.plans.flatMap { $0.legs.map(\.holding) } + decision.wanted.flatMap { $0.legs.map(\.holding) }
    }

    /// For a rule and the holdings that it selects.
    init(_ question: CashOutCase, selected: [HoldingStanding], claims: [HoldingID: String], budgets: OpenBudgets) {
        self.init(question, budgets)
        guard let rule = question.rule else { return }
        var counted: [HoldingStanding] = []
        var reasons: [CashOutReason] = []
        for standing in selected {
            let own = question.reasons(keepingOut: standing, claimed: claims[standing.id])
            if own.isEmpty || standing.isOverdrawn { counted.append(standing) }
            reasons += own
        }
        if question.isDue(counted) {
            decision.leftOut = reasons
            draft(question.drafts(counted, of: rule))
        } else {
            decision.reasons += reasons + question.counting(question.belowThreshold(selected))
            draft(question.drafts(selected.filter(\.isKnown), of: rule))
            decision.plans = []
        }
    }

    /// For the legs that a person named, with the standing of those that there are.
    init(_ question: CashOutCase, legs: [Leg], holdings: [HoldingStanding], budgets: OpenBudgets) {
        self.init(question, budgets)
        decision.reasons += question.reasons(keepingOut: legs, holdings)
        draft(question.drafts(legs, holdings))
    }

    private init(_ question: CashOutCase, _ budgets: OpenBudgets) {
        self.question = question
        self.budgets = budgets
        decision = CashOutDecision(rule: question.rule?.name)
        decision.reasons = question.counting(question.standingReasons + question.providerReasons)
    }

    /// Prices the drafts: those that nothing holds become plans; if something holds each, all of it holds the decision.
    /// What a person named goes as a whole: there, what holds one holds all.
    private mutating func draft(_ drafts: [Draft]) {
        guard let route = question.route, let provider = question.provider else { return }
        let priced = drafts.map { price($0, route, provider) }
        let going = priced.filter(\.reasons.isEmpty)
        decision.plans = (going.isEmpty ? priced : going).compactMap(\.plan)
        decision.wanted = priced.filter(\.isHeldByGuess).compactMap(\.wanted)
        let isFirm = decision.reasons.contains { !$0.code.isOfMode }
        let held = priced.flatMap { $0.reasonsOfParts(among: drafts.count) }
        if going.isEmpty || question.rule == nil {
            decision.reasons += held.withoutRepeats
            if priced.isEmpty, decision.reasons.isEmpty { decision.reasons = [question.nothingToMove] }
        } else {
            decision.leftOut += held
        }
        // Nobody is asked what would be held whatever the answer is.
        if isFirm { decision.wanted = [] }
    }

    private mutating func price(_ draft: Draft, _ route: Plan.Route, _ provider: Provider) -> PricedDraft {
        var priced = question.price(draft, along: route, by: provider)
        guard let cost = priced.cost else { return priced }
        do throws(ExchangeError) {
            priced.reasons += try budgets.reasons(against: cost)
        } catch {
            priced.reasons = (priced.reasons + [question.ratesMissing(error)]).withoutRepeats
        }
        if priced.reasons.isEmpty { budgets.add(cost) }
        return priced
    }
}

extension PricedDraft {
    /// Whether nothing holds it but a price that is only estimated: the provider may ask less.
    fileprivate var isHeldByGuess: Bool { reasons.allSatisfy(\.code.isAboutPrice) }

    /// Its reasons, which name the holding where there are several drafts.
    fileprivate func reasonsOfParts(among count: Int) -> [CashOutReason] {
        guard count > 1 else { return reasons }
        return reasons.map { reason in
            var reason = reason
            reason.subject = draft.holdings.first?.id
            return reason
        }
    }
}

extension [CashOutReason] {
    var withoutRepeats: [CashOutReason] {
        reduce(into: []) { kept, reason in
            if !kept.contains(reason) { kept.append(reason) }
        }
    }
}
