package import WalletCore
import WalletStore

extension Questions {
    /// Every cash-out rule with what it decides now, in name order.
    package func cashOutRules() async throws(EngineError) -> [CashOutRuleReport] {
        try await review { review, facts throws(StoreError) in
            var reports: [CashOutRuleReport] = []
            for decision in try review.decisions(on: facts) {
                if let name = decision.rule { reports.append(try review.report(decision, of: name, on: facts)) }
            }
            return reports
        }
    }

    /// `nil`: no cash-out rule has that name.
    package func cashOutRule(_ name: String) async throws(EngineError) -> CashOutRuleReport? {
        guard inForce.current.cashOutRule(name) != nil else { return nil }
        return try await cashOutRules().first { $0.name == name }
    }

    /// What a rule decided then; `nil`: nothing had been decided about a rule of that name.
    package func cashOutRule(_ name: String, at instant: Timestamp) async throws(EngineError) -> CashOutRuleReport? {
        try await review { review, facts throws(StoreError) in
            guard let stored = try review.transaction.decision(about: name, at: instant) else { return nil }
            return try review.report(stored.decision, since: stored.at, of: name, on: facts)
        }
    }

    /// Asks the prices that are still wanted for what would be done now.
    private func askPrices(of rule: String?) async throws(EngineError) {
        let wanted = try await review { review, facts throws(StoreError) in
            let decisions = try review.decisions(on: facts).filter { rule == nil || $0.rule == rule }
            return review.wanted(by: decisions, for: .acting)
        }
        for request in wanted.prefix(Questions.pricesMax) {
            guard await floor.quote(request) != nil else { return }
        }
    }

    /// So many a person waits for.
    private static let pricesMax = 20

    /// What would be done now, by rule; of one rule, if one is named. It waits for the providers' prices.
    package func plans(of rule: String?) async throws(EngineError) -> [PlanReport] {
        if let rule, inForce.current.cashOutRule(rule) == nil { throw .unknownCashOutRule(rule) }
        try await askPrices(of: rule)
        return try await cashOutRules().filter { rule == nil || $0.name == rule }.flatMap(\.plans)
    }

    /// In name order.
    package func providers() async throws(EngineError) -> [ProviderReport] {
        let today = CalendarDate(now)
        return try await review { review, facts throws(StoreError) in
            let plans = try review.decisions(on: facts).flatMap(\.plans)
            return review.configuration.cashOuts.providers.values.sorted { $0.name < $1.name }.map { provider in
                let offer = plans.first { $0.provider == provider.name }.map(Trust.Offer.init)
                return ProviderReport(
                    provider: provider, standing: facts.providers[provider.name],
                    reasons: Trust(provider, on: today, offer: offer).reasons)
            }
        }
    }

    /// In name order.
    package func destinations() async throws(EngineError) -> [DestinationReport] {
        try await review { review, facts throws(StoreError) in
            review.configuration.cashOuts.destinations.values.sorted { $0.name < $1.name }.map { destination in
                let since = facts.destinations[destination.name]?.since
                let isUsable = since.map { $0 + destination.coolingOff <= facts.now } ?? false
                return DestinationReport(destination: destination, since: since, isUsable: isUsable)
            }
        }
    }

    /// Looks at all that cash-outs are decided from, as it is committed now.
    private func review<Value: Sendable>(
        _ body: @Sendable (CashOutReview<ReadTransaction>, CashOutFacts) throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        let active = inForce.current
        let look = ledger.timekeeper.look()
        return try await ask { [floor] transaction throws(StoreError) in
            let review = CashOutReview(configuration: active, look: look, desk: floor.desk, transaction: transaction)
            return try body(review, try review.facts())
        }
    }
}

extension CashOutReview {
    /// What is decided now has held since it was stored, if it says what is stored.
    fileprivate func report(
        _ decision: CashOutDecision, of name: String, on facts: CashOutFacts
    ) throws(StoreError) -> CashOutRuleReport {
        let stored = try transaction.decision(about: name)
        let since = stored.flatMap { decision.isNews(after: $0.decision) ? nil : $0.at } ?? look.now
        return try report(decision, since: since, of: name, on: facts)
    }

    fileprivate func report(
        _ decision: CashOutDecision, since: Timestamp, of name: String, on facts: CashOutFacts
    ) throws(StoreError) -> CashOutRuleReport {
        let rule = configuration.cashOutRule(name)
        return CashOutRuleReport(
            name: name, rule: rule,
            provider: rule.flatMap { configuration.cashOuts.destinations[$0.destination] }?.provider,
            decision: decision,
            plans: decision.plans.map { plan in
                PlanReport(plan: plan, id: configuration.id(of: plan), reasons: decision.reasons)
            }, since: since, revision: try transaction.revision(of: name),
            consent: try transaction.consent(to: name))
    }
}
