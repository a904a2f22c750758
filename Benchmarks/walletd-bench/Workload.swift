import WalletCore
import WalletStore

/// Holdings whose balances change, one after the other, always in the same order: every number follows from a count, so
/// that another program can write the same rows.
struct Workload {
    static let accountsPerSource = 10
    static let asset = Asset(code: "USD", scale: 2)
    /// Any instant does; this one is 2025-01-01T00:00:00Z.
    static let start = Timestamp(milliseconds: 1_735_689_600_000)

    let holdings: Int

    var sources: [ConfiguredSource] {
        (0..<(holdings + Workload.accountsPerSource - 1) / Workload.accountsPerSource).map { number in
            ConfiguredSource(name: sourceName(number), adapter: "file", fingerprint: [1])
        }
    }

    /// The first reading of every holding, at ``start``.
    func first() -> [HoldingChange] {
        (0..<holdings).map { HoldingChange(before: nil, after: holding($0, round: 0, at: Workload.start)) }
    }

    /// Changes `count` holdings from the one that `position` names (counted on over all rounds), each to a new balance.
    func changes(from position: Int, count: Int, batch: Int) -> [HoldingChange] {
        (position..<position + count).map { position in
            let round = position / holdings
            let before = holding(position % holdings, round: round, at: instant(ofPosition: position - holdings, batch))
            let after = holding(
                position % holdings, round: round + 1, at: instant(ofPosition: position, batch))
            return HoldingChange(before: before, after: after)
        }
    }

    /// Sees `count` holdings once more, unchanged since ``start``.
    func sightings(from position: Int, count: Int, batch: Int) -> [HoldingChange] {
        (position..<position + count).map { position in
            let before = holding(position % holdings, round: 0, at: Workload.start)
            var after = before
            after.readAt = instant(ofPosition: position, batch)
            return HoldingChange(before: before, after: after)
        }
    }

    /// One second for each batch.
    func instant(ofPosition position: Int, _ batch: Int) -> Timestamp {
        position < 0 ? Workload.start : Workload.start + .seconds(position / batch + 1)
    }

    private func holding(_ number: Int, round: Int, at instant: Timestamp) -> Holding {
        let units = Int128(100_000 + number * 100 + round * 137)
        let amount = Amount(units: units, of: Workload.asset)
        let id = HoldingID(
            source: sourceName(number / Workload.accountsPerSource), account: "account-\(number)",
            asset: Workload.asset.code)
        return Holding(
            id: id, kind: .bank, balance: Holding.KnownBalance(available: amount, total: amount), changedAt: instant,
            readAt: instant, standing: .listed)
    }

    private func sourceName(_ number: Int) -> String { "source-\(number)" }
}
