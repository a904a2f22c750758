import WalletCore
import WalletStore

/// What persons decide about all cash-outs, or about a rule.
extension Commands {
    /// Stops all cash-outs: once this answers no request goes out any more, repeats included.
    package func pauseCashOuts(by person: String) async throws(EngineError) -> StopReport {
        let report = try await step { [floor] transaction, look throws(StoreError) in
            if try transaction.stopSwitch() == nil {
                try transaction.pauseCashOuts(by: person)
                _ = try transaction.append([.cashOutsPaused(by: person, at: look.now)])
            }
            let gap = try transaction.historyGap()
            return .success(try floor.stops(at: look, in: transaction, gap))
        }
        await floor.desk.gate.empty()
        return report
    }

    /// Lets cash-outs go on, by a clock that is taken for right; with `history`, also after history went back.
    package func resumeCashOuts(
        _ history: LostHistory, by person: String
    ) async throws(EngineError) -> StopReport {
        if history == .accepted { try await askAboutAll() }
        return try await step { [floor] transaction, look throws(StoreError) in
            let before = try floor.desk.stops(at: look, in: transaction)
            let gap = try transaction.historyGap()
            try transaction.resumeCashOuts()
            try transaction.trustClock()
            if history == .accepted {
                try floor.doubtAll(at: look, in: transaction)
                try transaction.acceptHistory()
            }
            if before.contains(where: { $0.isLifted(with: history) }) {
                _ = try transaction.append([.cashOutsResumed(by: person, at: look.now)])
            }
            return .success(try floor.stops(at: look, in: transaction, gap))
        }
    }

    /// What to do about a database that is older than it was.
    package enum LostHistory: Sendable {
        case accepted
        case notAccepted
    }

    /// An operator's consent to a rule, its destination and its provider as they were seen.
    package func confirm(_ rule: String, revision: String, by person: String) async throws(EngineError) {
        try await step { transaction, look throws(StoreError) in
            switch try transaction.consent(to: rule, revision: revision, by: person) {
            case .given:
                _ = try transaction.append([.ruleConfirmed(rule, by: person, at: look.now)])
                return .success(())
            case .standing: return .success(())
            case .noRule: return .failure(.unknownCashOutRule(rule))
            case .otherRevision(let current):
                return .failure(
                    EngineError(
                        .changed, "\(rule) is not as it was seen: its revision is \(current)",
                        hint: "walletctl why \(rule) shows it as it is"))
            }
        }
    }

    /// Every provider that can be asked says what became of every open cash-out: what was sent and forgotten is known
    /// before anything is sent again.
    private func askAboutAll() async throws(EngineError) {
        var last: Int64? = 0
        while let number = last {
            let page = try await read { transaction throws(StoreError) in
                try transaction.liveCashOuts(after: number, limit: PageRequest.limitDefault)
            }
            for stored in page where stored.cashOut.state.dispatch?.canBeAskedAbout ?? false {
                try await ask(stored.cashOut)
            }
            last = page.last?.number
        }
    }

    private func ask(_ cashOut: CashOut) async throws(EngineError) {
        let askedAt = floor.bootTime
        guard case .given(let reply) = await floor.inquire(cashOut) else { return }
        try await step { [floor] transaction, look throws(StoreError) in
            guard let stored = try transaction.cashOut(cashOut.id) else { return .success(()) }
            let facts = try floor.circumstances(of: stored, at: look.now, in: transaction)
            // One that something else moved on meanwhile refuses the answer, which then says nothing new.
            _ = try transaction.take(.answer(reply, askedAt: askedAt), on: cashOut.id, in: facts)
            return .success(())
        }
    }
}

extension CashOutStop {
    /// Whether an operator's resuming ends it.
    fileprivate func isLifted(with history: Commands.LostHistory) -> Bool {
        switch self {
        case .paused, .clock: true
        case .historyWentBack: history == .accepted
        case .unsound: false
        }
    }
}

extension CashOutFloor {
    fileprivate func stops(
        at look: Timekeeper.Look, in transaction: some StoreTransaction, _ gap: HistoryGap?
    ) throws(StoreError) -> StopReport {
        StopReport(
            isPaused: try transaction.stopSwitch() != nil,
            reasons: try desk.stops(at: look, in: transaction).map { $0.reason(at: look.now) },
            gap: gap.map { StopReport.Gap(from: $0.from, until: $0.until) })
    }
}
