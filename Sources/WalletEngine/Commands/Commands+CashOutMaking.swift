package import WalletCore
import WalletStore

/// A cash-out that a person asks for, as told.
package struct CashOutDemand: Sendable {
    package var what: What
    /// Names of reasons.
    package var accepting: [String]
    /// What makes the request the same when it comes again, and all that it said.
    package var key: (text: String, body: String)?

    package enum What: Sendable {
        case rule(String)
        /// Holdings, each with the decimal digits of what it gives.
        case legs([(holding: HoldingID, amount: String)], to: String)
    }

    package init(_ what: What, accepting: [String] = []) {
        self.what = what
        self.accepting = accepting
    }
}

/// What came of a demand.
package enum CashOutMade: Sendable {
    case new(CashOutReport)
    /// By the same request, before.
    case before(CashOutReport)
}

extension Commands {
    /// What a provider may be asked before there is a price for all.
    private static let pricesMax = 100

    /// Makes a cash-out that waits for approval; where it takes several, reports the first, with the others of its
    /// bundle.
    package func newCashOut(_ demand: CashOutDemand, by person: String) async throws(EngineError) -> CashOutMade {
        let key = demand.key.map {
            IdempotencyKey(caller: person, key: $0.text, bodyHash: Array(digest($0.body).utf8))
        }
        if let made = try await before(key) { return .before(made) }
        let order = try order(demand)
        try await price(order)
        return try await step { [floor] transaction, look throws(StoreError) in
            if let key {
                switch try transaction.earlier(key, at: look.now) {
                case .success(let report?): return .success(.before(report))
                case .failure(let error): return .failure(error)
                case .success(nil): break
                }
            }
            let review = floor.review(in: transaction, at: look)
            guard let decision = try review.decision(on: order) else {
                return .failure(.unknownCashOutRule(order.name))
            }
            guard decision.word == .act else { return .failure(.unpriced(decision)) }
            let making = CashOutMaking(floor: floor, look: look, transaction: transaction)
            let made = try making.make(
                decision, for: .person(accepting: order.accepting), approval: .person, by: .person(person))
            guard let first = made.first else { return .failure(.unpriced(decision)) }
            if let key { try transaction.remember(key, for: first) }
            return .success(.new(try transaction.reportOfBundle(from: first)))
        }
    }

    /// Keyed, so that the database does not show what was asked for.
    private func digest(_ body: String) -> String { inForce.current.configuration.parties?.digest(body) ?? body }

    private func before(_ key: IdempotencyKey?) async throws(EngineError) -> CashOutReport? {
        guard let key else { return nil }
        let now = floor.clock.now()
        return try await read { transaction throws(StoreError) in try transaction.earlier(key, at: now) }.get()
    }

    /// Asks the prices that the decision wants; says why there will be no cash-out, where that is clear before.
    private func price(_ order: CashOutOrder) async throws(EngineError) {
        for _ in 0..<Self.pricesMax {
            let look = floor.desk.timekeeper.look()
            let decision = try await read { [floor] transaction throws(StoreError) in
                try floor.review(in: transaction, at: look).decision(on: order)
            }
            guard let decision else { throw .unknownCashOutRule(order.name) }
            guard let request = decision.wanted.first else {
                guard decision.reasons.isEmpty else { throw .held(decision.reasons) }
                return
            }
            guard await floor.quote(request) != nil else {
                throw EngineError(.degraded, "\(request.route.provider) was not asked: walletd stops")
            }
        }
    }

    private func order(_ demand: CashOutDemand) throws(EngineError) -> CashOutOrder {
        var accepting: Set<CashOutReason.Code> = []
        for name in demand.accepting {
            guard let code = CashOutReason.Code(rawValue: name), code.isRisk else {
                let risks = CashOutReason.Code.allCases.filter(\.isRisk).map(\.rawValue).joined(separator: ", ")
                throw EngineError(
                    .invalid, "\(SafeText.excerpt(name)) is no risk that can be taken", hint: "they are: \(risks)")
            }
            accepting.insert(code)
        }
        switch demand.what {
        case .rule(let name): return CashOutOrder(rule: name, accepting: accepting)
        case .legs(let given, let destination):
            guard inForce.current.cashOuts.destinations[destination] != nil else {
                throw EngineError(
                    .notFound, "no destination is called \(SafeText.excerpt(destination))",
                    hint: "walletctl destinations lists them")
            }
            let legs = try given.map { leg throws(EngineError) in try self.leg(leg.holding, leg.amount) }
            do throws(CashOutOrder.Flaw) {
                return try CashOutOrder(legs, to: destination, accepting: accepting)
            } catch {
                throw EngineError(.invalid, "such a cash-out cannot be: \(error.rawValue)")
            }
        }
    }

    private func leg(_ holding: HoldingID, _ amount: String) throws(EngineError) -> Leg {
        guard inForce.current.source(holding.source) != nil else { throw .unknownSource(holding.source) }
        do {
            let asset = try inForce.current.configuration.assets.asset(holding.asset)
            return Leg(holding, try Amount.parse(decimal: amount, of: asset))
        } catch {
            throw EngineError(.invalid, "\(error)")
        }
    }
}

extension CashOutOrder {
    /// For an error about it.
    fileprivate var name: String {
        switch what {
        case .rule(let name): name
        case .legs(_, let destination): destination
        }
    }

    fileprivate var sources: Set<String> {
        switch what {
        case .rule: []
        case .legs(let legs, _): Set(legs.map(\.holding.source))
        }
    }
}

extension CashOutReview {
    /// What a person's own cash-out would do now; `nil`: there is no such rule.
    fileprivate func decision(on order: CashOutOrder) throws(StoreError) -> CashOutDecision? {
        CashOutRound(configuration.cashOuts, on: try facts(with: order.sources)).decide(order)
    }
}

extension StoreTransaction {
    /// The cash-out that the same request made before.
    fileprivate func earlier(
        _ key: IdempotencyKey, at now: Timestamp
    ) throws(StoreError) -> Result<CashOutReport?, EngineError> {
        switch try use(of: key, at: now) {
        case .unused: return .success(nil)
        case .other:
            return .failure(
                EngineError(
                    .keyReused, "the Idempotency-Key \(SafeText.excerpt(key.key)) was used by another request",
                    hint: "take another key, or send what was sent with this one"))
        case .same(let id):
            return .success(try cashOut(id).map { stored throws(StoreError) in try reportOfBundle(from: stored) })
        }
    }

    fileprivate func reportOfBundle(from first: StoredCashOut) throws(StoreError) -> CashOutReport {
        var report = try report(of: first)
        for other in try cashOuts(ofBundleAfter: first) { report.others.append(try self.report(of: other)) }
        return report
    }
}

extension EngineError {
    fileprivate static func unpriced(_ decision: CashOutDecision) -> EngineError {
        guard decision.reasons.isEmpty else { return .held(decision.reasons) }
        return EngineError(.conflict, "what it would cost is not known", hint: "try again")
    }
}
