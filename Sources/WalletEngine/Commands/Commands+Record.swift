package import WalletCore
import WalletStore

extension Commands {
    /// Records a balance by hand, for a source with adapter `manual`.
    package func record(_ record: ManualRecord) async throws(EngineError) -> HoldingReport {
        let watched = try source(record.holding.source)
        guard watched.adapter == nil else {
            throw EngineError(
                .conflict, "\(record.holding.source) is polled: its balances are not recorded by hand",
                hint: "a source with adapter = \"manual\" takes them")
        }
        let balance = try balance(record)
        let settings = watched.settings
        let runStarted = ledger.timekeeper.started
        let holding = try await commit { [inForce, chance] transaction, look throws(StoreError) in
            let stored = try transaction.holdings(of: settings.name)
            let change = Recording(settings: settings, stored: stored).record(balance, at: look.now)
            try transaction.apply([change])
            guard var source = try transaction.source(settings.name) else { return change.after }
            _ = source.health.succeed(begun: look.now)
            source.lastAttempt = look.now
            try transaction.save(source)
            let configuration = inForce.current
            let facts = HoldingFacts(change, staleAfter: settings.staleAfter)
            let whole = try configuration.facts(
                of: AlertSubject(source: settings.name), runStarted: runStarted, in: transaction)
            let evaluation = AlertEvaluation(
                configuration: configuration, moment: look.moment(.reading), newID: chance.identifier)
            try evaluation.run(
                on: [.holding(facts)] + [whole].compactMap(\.self), source: settings.name, in: transaction)
            return change.after
        }
        alertsMoved.raise()
        return HoldingReport(holding: holding, freshness: .fresh, withdrawal: settings.withdrawal)
    }

    private func balance(_ record: ManualRecord) throws(EngineError) -> Balance {
        let amount: Amount
        do {
            let asset = try inForce.current.configuration.assets.asset(record.holding.asset)
            amount = try Amount.parse(decimal: record.amount, of: asset)
        } catch {
            throw EngineError(.invalid, "\(error)")
        }
        let lots = record.expires.map { [Lot(amount: amount, expires: $0)] } ?? []
        return Balance(account: record.holding.account, available: amount, kind: record.kind, lots: lots)
    }
}

/// A balance as a person tells it.
package struct ManualRecord: Sendable {
    package var holding: HoldingID
    /// Decimal digits, e.g. `12.50`.
    package var amount: String
    package var kind: BalanceKind?
    /// When all of it expires.
    package var expires: CalendarDate?

    package init(holding: HoldingID, amount: String) {
        self.holding = holding
        self.amount = amount
    }
}
