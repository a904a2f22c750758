import WalletAPI
import WalletCore
import WalletEngine

extension WalletAPI.Holding {
    init(_ report: HoldingReport) {
        let holding = report.holding
        self.init(
            source: holding.id.source, account: holding.id.account, asset: holding.id.asset,
            kind: holding.kind.rawValue, available: Amount(holding.balance.available))
        assetName = report.assetName
        total = Amount(holding.balance.total)
        asOf = holding.asOf?.description
        readAt = "\(holding.readAt)"
        changedAt = "\(holding.changedAt)"
        freshness = report.freshness.rawValue
        withdrawal = report.withdrawal.rawValue
        lots = holding.lots.isEmpty ? nil : holding.lots.map(Lot.init)
    }
}

extension WalletAPI.Holding.Lot {
    fileprivate init(_ lot: WalletCore.Lot) {
        self.init(amount: Amount(lot.amount), expires: "\(lot.expires)")
    }
}
