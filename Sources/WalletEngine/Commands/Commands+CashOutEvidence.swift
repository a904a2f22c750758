import WalletCore
import WalletStore

extension Commands {
    /// Asks the provider what became of a cash-out, and keeps what it says for ``resolve(_:as:_:by:)``.
    package func evidence(on id: String) async throws(EngineError) -> EvidenceReport {
        let cashOut = try await read { transaction throws(StoreError) in try transaction.cashOut(id)?.cashOut }
        guard let cashOut else { throw .unknownCashOut(id) }
        guard cashOut.isResolvable else {
            throw EngineError(.conflict, "\(id) is \(cashOut.state.name.rawValue): there is nothing to resolve")
        }
        let asked = (instant: floor.clock.now(), boot: floor.bootTime)
        let evidence = Evidence(id: chance.uuid(), askedAt: asked.boot, await finding(on: cashOut))
        return try await step { transaction, _ throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return .failure(.unknownCashOut(id)) }
            try transaction.add(evidence, on: stored)
            return .success(EvidenceReport(evidence: evidence, askedAt: asked.instant))
        }
    }

    private func finding(on cashOut: CashOut) async -> Evidence.Finding {
        guard cashOut.state.dispatch?.canBeAskedAbout ?? false else { return .nobodyToAsk }
        switch await floor.inquire(cashOut) {
        case .given(let reply): return .said(reply)
        case .failed(let failure): return .noAnswer(failure.message)
        case .interrupted: return .noAnswer("walletd stops")
        }
    }
}

extension CashOut {
    /// Whether a person may say how it ended.
    fileprivate var isResolvable: Bool {
        switch state {
        case .unknown, .pending, .needsUser: true
        case .planned, .awaitingApproval, .approved, .prepared, .sending, .settled, .final, .rejected, .returned,
            .abandoned:
            false
        }
    }
}
