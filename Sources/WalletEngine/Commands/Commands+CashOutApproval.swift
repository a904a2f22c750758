import WalletCore
import WalletStore

extension Commands {
    /// Lets a cash-out go ahead as its plan was seen; refuses where anything that matters is worse by now, or where it
    /// would be given up right away.
    package func approve(
        _ id: String, plan: String, by person: String
    ) async throws(EngineError) -> CashOutReport {
        let seen = try await awaiting(id, plan: plan)
        let request = QuoteRequest(legs: seen.legs, route: seen.route)
        guard let answer = await floor.quote(request) else {
            throw EngineError(.degraded, "\(seen.provider) was not asked: walletd stops")
        }
        return try await step { [floor] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return .failure(.unknownCashOut(id)) }
            let review = floor.review(in: transaction, at: look)
            let identified = try review.identify(stored.cashOut)
            let offer = CurrentOffer(of: stored.cashOut.plan, answer, by: try review.facts().rates, in: identified)
            if let change = offer.change(at: look.now) { return .failure(change) }
            let reasons = try review.reasons(againstSending: stored.cashOut, identified)
            guard reasons.isEmpty else { return .failure(.held(reasons)) }
            let facts = floor.circumstances(at: look.now)
            return try transaction.report(.approve(plan: plan, by: .person(person)), on: stored, in: facts)
        }
    }

    /// The plan that waits for this approval.
    private func awaiting(_ id: String, plan: String) async throws(EngineError) -> Plan {
        let cashOut = try await read { transaction throws(StoreError) in try transaction.cashOut(id)?.cashOut }
        guard let cashOut else { throw .unknownCashOut(id) }
        guard case .awaitingApproval = cashOut.state else {
            throw EngineError(.conflict, "\(id) is \(cashOut.state.name.rawValue): it waits for no approval")
        }
        guard cashOut.planID == floor.desk.seam.plan(plan, cashOut) else {
            throw EngineError(
                .changed, "the plan of \(id) is \(cashOut.planID), not \(SafeText.excerpt(plan))",
                hint: "walletctl cashout show \(id) shows it")
        }
        return cashOut.plan
    }

    func read<Value: Sendable>(
        _ body: @Sendable (ReadTransaction) throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        do throws(StoreError) {
            return try await floor.reader.read(body)
        } catch {
            throw EngineError(error)
        }
    }
}

/// What a provider asks now for what was planned.
private struct CurrentOffer {
    let seen: Plan
    let answer: QuoteAnswer
    let rates: RateTable
    let configuration: CashOutConfiguration

    init(of seen: Plan, _ answer: QuoteAnswer, by rates: RateTable, in configuration: CashOutConfiguration) {
        self.seen = seen
        self.answer = answer
        self.rates = rates
        self.configuration = configuration
    }

    /// What is worse than what was seen, for the person who saw it.
    func change(at now: Timestamp) -> EngineError? {
        guard let destination = configuration.destinations[seen.destination],
            let provider = configuration.providers[seen.provider], destination.provider == provider.name
        else { return changed("its destination or its provider is not configured any more") }
        let route = Plan.Route(destination, by: provider)
        if route.destinationIdentity != seen.route.destinationIdentity {
            return changed("the destination \(seen.destination) is another than it was")
        }
        if route.providerIdentity != seen.route.providerIdentity {
            return changed("the provider \(seen.provider) is another than it was")
        }
        switch answer {
        case .failed(let failure, _): return changed("\(seen.provider) names no price now: \(failure.message)")
        case .quoted(let quote):
            if let change = change(by: quote, along: route, provider) { return change }
            // The books take the price that was seen for what is taken.
            guard seen.quote.hasExpired(at: now), !quote.isSamePrice(as: seen.quote) else { return nil }
            return changed("the price that was seen has run out, and \(seen.provider) names another one now")
        }
    }

    private func change(by quote: Quote, along route: Plan.Route, _ provider: Provider) -> EngineError? {
        do throws(CostError) {
            let cost = try Cost.of(quote, moving: seen.amount, arriving: [seen.net.asset], by: rates)
            var plan = Plan(rule: seen.rule, legs: seen.legs, route: route, quote: quote, cost: cost)
            plan.processing = plan.processing ?? provider.processing
            return plan.isMaterially(worseThan: seen) ? changed(Self.differences(plan, seen)) : nil
        } catch {
            return changed("what \(seen.provider) asks now cannot be reckoned: \(error)")
        }
    }

    private static func differences(_ now: Plan, _ seen: Plan) -> String {
        let processing = [now, seen].map { $0.processing.map(\.description) ?? "not known" }
        let pairs = [
            ("debit", now.debit.description, seen.debit.description),
            ("cost", now.cost.cost.description, seen.cost.cost.description),
            ("net", now.net.description, seen.net.description), ("processing", processing[0], processing[1]),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) is \($0.1), was \($0.2)" }.joined(separator: "; ")
    }

    private func changed(_ what: String) -> EngineError {
        let new = seen.rule.map { "walletctl cashout new --rule \($0)" } ?? "walletctl cashout new"
        return EngineError(.changed, what, hint: "reject it; `\(new)` makes one with what holds now")
    }
}
