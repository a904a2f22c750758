import WalletCore
import WalletStore

/// Sources of one holding each, read one after the other, always in the same order.
///
/// Every name and number follows from a count, so that another program can write the same rows.
struct Workload {
    private static let asset = Asset(code: "USD", scale: 2)
    /// Any instant does; this one is 2025-01-01T00:00:00Z.
    static let start = Timestamp(milliseconds: 1_735_689_600_000)

    let holdings: Int
    /// Readings in a transaction.
    var batch = 1

    var sources: [ConfiguredSource] {
        (0..<holdings).map { ConfiguredSource(name: Workload.source($0), adapter: "file", fingerprint: [1]) }
    }

    /// The first reading of every holding, at ``start``.
    func first() -> [HoldingChange] {
        (0..<holdings).map { HoldingChange(before: nil, after: holding($0, round: 0, at: Workload.start)) }
    }

    /// What the reading does that `position` counts, over all rounds: the balance is another one each time.
    func change(_ position: Int) -> HoldingChange {
        let (round, number) = position.quotientAndRemainder(dividingBy: holdings)
        return HoldingChange(
            before: holding(number, round: round, at: instant(position - holdings)),
            after: holding(number, round: round + 1, at: instant(position)))
    }

    /// The same where the balance never changes.
    func sighting(_ position: Int) -> HoldingChange {
        var before = holding(position % holdings, round: 0, at: Workload.start)
        before.readAt = instant(position - holdings)
        var after = before
        after.readAt = instant(position)
        return HoldingChange(before: before, after: after)
    }

    /// One second for each batch.
    func instant(_ position: Int) -> Timestamp {
        position < 0 ? Workload.start : Workload.start + .seconds(position / batch + 1)
    }

    private func holding(_ number: Int, round: Int, at instant: Timestamp) -> Holding {
        let amount = Amount(units: Int128(100_000 + number * 100 + round * 137), of: Workload.asset)
        let id = HoldingID(source: Workload.source(number), account: "main", asset: amount.asset.code)
        return Holding(
            id: id, kind: .bank, balance: Holding.KnownBalance(available: amount, total: amount), changedAt: instant,
            readAt: instant, standing: .listed)
    }

    private static func source(_ number: Int) -> String { "source-\(number)" }
}
