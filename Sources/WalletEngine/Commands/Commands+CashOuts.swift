package import WalletCore
import WalletStore

/// What persons decide about single cash-outs.
extension Commands {
    /// Turns down one that waits for approval.
    package func reject(
        _ id: String, comment: String?, by person: String
    ) async throws(EngineError) -> CashOutReport {
        try await step { [floor] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return .failure(.unknownCashOut(id)) }
            let facts = try floor.circumstances(of: stored, at: look.now, in: transaction)
            return try transaction.report(.decline(by: person, comment: comment), on: stored, in: facts)
        }
    }

    /// Frees the holdings that wait for what became of one that is over.
    package func release(_ id: String, by person: String) async throws(EngineError) -> CashOutReport {
        try await step { transaction, _ throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return .failure(.unknownCashOut(id)) }
            guard !stored.cashOut.state.name.holdsHoldings else {
                return .failure(
                    EngineError(
                        .conflict, "\(id) is \(stored.cashOut.state.name.rawValue): it has its holdings still",
                        hint: "one whose outcome is unknown is resolved by walletctl cashout resolve"))
            }
            guard try !transaction.release(stored, by: person).isEmpty else {
                return .failure(EngineError(.conflict, "no holding waits for what became of \(id)"))
            }
            return .success(try transaction.report(of: stored))
        }
    }

    /// Says what became of one, on evidence.
    package func resolve(
        _ id: String, as outcome: Resolution.Outcome, _ statement: ResolutionStatement, by person: String
    ) async throws(EngineError) -> CashOutReport {
        try await step { [floor] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return .failure(.unknownCashOut(id)) }
            guard let evidence = try transaction.evidence(statement.evidence, on: stored) else {
                return .failure(
                    EngineError(
                        .notFound, "there is no evidence \(SafeText.excerpt(statement.evidence)) on \(id)",
                        hint: "walletctl cashout resolve \(id) asks the provider"))
            }
            let resolution = Resolution(
                outcome, on: evidence, statement.confidence, by: person, statement.comment)
            let facts = try floor.circumstances(of: stored, at: look.now, in: transaction)
            return try transaction.report(.resolve(resolution), on: stored, in: facts)
        }
    }

    /// Commits what a person decided; what they wanted done follows from it.
    func step<Value: Sendable>(
        _ body: @Sendable (WriteTransaction, Timekeeper.Look) throws(StoreError) -> Result<Value, EngineError>
    ) async throws(EngineError) -> Value {
        let result: Result<Value, EngineError>
        do throws(StoreError) {
            result = try await ledger.step(body).value
        } catch {
            throw EngineError(error)
        }
        signals.cashOuts.raise()
        signals.decisions.raise()
        return try result.get()
    }
}

/// What a person knows of the end of a cash-out.
package struct ResolutionStatement: Sendable {
    package var evidence: String
    package var confidence = Resolution.Confidence.verified
    package var comment = ""

    package init(evidence: String) {
        self.evidence = evidence
    }
}

extension WriteTransaction {
    /// Has a cash-out take a step that a person wants; where it refuses, nothing is changed.
    func report(
        _ step: CashOut.Step, on stored: StoredCashOut, in facts: Circumstances
    ) throws(StoreError) -> Result<CashOutReport, EngineError> {
        switch try take(step, on: stored.cashOut.id, in: facts) {
        case .success(let after): return .success(try report(of: after))
        case .failure(let error): return .failure(EngineError(error, of: stored.cashOut))
        }
    }
}

extension EngineError {
    static func unknownCashOut(_ id: String) -> EngineError {
        EngineError(
            .notFound, "no cash-out has the id \(SafeText.excerpt(id))", hint: "walletctl cashouts --all lists them")
    }

    package static func unknownCashOutRule(_ name: String) -> EngineError {
        EngineError(
            .notFound, "no cash-out rule is called \(SafeText.excerpt(name))", hint: "walletctl rules lists them")
    }

    /// Nothing is done because of all this.
    static func held(_ reasons: [CashOutReason]) -> EngineError {
        let words = reasons.map { "\($0.code.rawValue): \($0.message)" }.joined(separator: " ")
        let risks = reasons.map(\.code).filter(\.isRisk).map { "--accept-risk \($0.rawValue)" }
        let hint =
            risks.count == reasons.count
            ? "walletctl cashout new takes these risks by name, for one cash-out: \(risks.joined(separator: " "))" : nil
        return EngineError(.held(reasons), words, hint: hint)
    }

    fileprivate init(_ error: TransitionError, of cashOut: CashOut) {
        let hint: String? =
            switch error.cause {
            case .unverified: "where nobody can be asked, say that it is unverified: --unverified in walletctl"
            case .otherCredentials:
                "where they cannot be put back, say that it is unverified: --unverified in walletctl"
            case .evidenceTooOld, .evidenceBeforeLastRun: "walletctl cashout resolve \(cashOut.id) asks again"
            case .noArrow, .otherPlan, .otherApproval, .expired, .tooEarly, .uncountable, .notIdempotent, .acknowledged,
                .providerChanged, .keyExpired, .notAbsent, .runUnderWay, .contradicted, .keyStillValid:
                nil
            }
        self.init(error.cause == .otherPlan ? .changed : .conflict, error.description, hint: hint)
    }
}
