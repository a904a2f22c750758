import WalletAPI
import WalletCore
import WalletEngine

extension HistoryEntry {
    init(_ point: HistoryPoint) {
        self.init(
            at: "\(point.from)", until: point.until?.description, available: point.balance.map { Amount($0.available) },
            total: point.balance.map { Amount($0.total) }, gap: point.gap)
    }
}
