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
        let report: HoldingReport? = try await commit { [inForce, chance] transaction, look throws(StoreError) in
            let round = RecordingRound(
                configuration: inForce.current, look: look, chance: chance, transaction: transaction)
            return try round.record(balance, of: settings).map { holding in
                HoldingReport(
                    holding: holding, freshness: holding.freshness(staleAfter: settings.staleAfter, now: look.now),
                    withdrawal: settings.withdrawal,
                    assetName: inForce.current.configuration.assets.name(holding.id.asset))
            }
        }
        guard let report else { throw .unknownSource(settings.name) }
        alertsMoved.raise()
        return report
    }

    private func balance(_ record: ManualRecord) throws(EngineError) -> Balance {
        let balance: Balance
        do {
            try AccountName.check(record.holding.account)
            let asset = try inForce.current.configuration.assets.asset(record.holding.asset)
            let amount = try Amount.parse(decimal: record.amount, of: asset)
            let lots = record.expires.map { [Lot(amount: amount, expires: $0)] } ?? []
            balance = Balance(account: record.holding.account, available: amount, kind: record.kind, lots: lots)
        } catch {
            throw EngineError(.invalid, "\(error)")
        }
        guard record.expires == nil || !balance.available.isNegative else {
            throw EngineError(.invalid, "a balance below zero does not expire")
        }
        return balance
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
