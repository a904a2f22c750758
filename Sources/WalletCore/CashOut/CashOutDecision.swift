/// What is done about one rule now, and why not, if nothing is.
package struct CashOutDecision: Equatable, Sendable {
    /// `nil`: a person's own.
    package let rule: String?
    /// Several where holdings that go the same way cannot go in one request.
    package var plans: [Plan] = []
    /// All that holds it; empty: it acts on its plans.
    package var reasons: [CashOutReason] = []
    /// Why some of its holdings stay out of the plans.
    package var leftOut: [CashOutReason] = []
    /// What the provider must be asked before more can be said.
    package var wanted: [QuoteRequest] = []

    package enum Word: String, Sendable, CaseIterable {
        case hold
        /// A price is being asked.
        case quote
        case act
    }

    package init(rule: String?) {
        self.rule = rule
    }

    package var word: Word {
        if !reasons.isEmpty { return .hold }
        return wanted.isEmpty && !plans.isEmpty ? .act : .quote
    }

    /// The same, each reason with the time since when it has held without a break.
    package func continuing(_ previous: CashOutDecision?, at now: Timestamp) -> CashOutDecision {
        var decision = self
        decision.reasons = reasons.map { $0.continuing(previous?.reasons ?? [], at: now) }
        decision.leftOut = leftOut.map { $0.continuing(previous?.leftOut ?? [], at: now) }
        return decision
    }
}

extension CashOutReason {
    fileprivate func continuing(_ previous: [CashOutReason], at now: Timestamp) -> CashOutReason {
        guard since == nil else { return self }
        var reason = self
        reason.since = previous.first { $0.code == code && $0.subject == subject }?.since ?? now
        return reason
    }
}
