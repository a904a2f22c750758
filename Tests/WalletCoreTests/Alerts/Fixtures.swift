import WalletCore

extension Asset {
    static let krw = Asset(code: "KRW", scale: 0)
    static let usd = Asset(code: "USD", scale: 2)
}

extension Amount {
    static func krw(_ units: Int) -> Amount { Amount(units: Int128(units), of: .krw) }
    static func usd(cents: Int) -> Amount { Amount(units: Int128(cents), of: .usd) }
}

extension Duration {
    static func minutes(_ count: Int) -> Duration { .seconds(60 * count) }
    static func hours(_ count: Int) -> Duration { .minutes(60 * count) }
    static func days(_ count: Int) -> Duration { .hours(24 * count) }
}

extension Timestamp {
    /// 2027-01-15T00:00:00Z.
    private static let midnight: Int64 = 1_799_971_200_000

    /// Hours and minutes since the first midnight, `26:30`, of any number of hours.
    static func at(_ clock: String) -> Timestamp {
        let parts = clock.split(separator: ":").map { Int64($0) ?? 0 }
        return Timestamp(milliseconds: midnight + (parts[0] * 60 + parts[1]) * 60_000)
    }

    var clock: String {
        let minutes = (milliseconds - Timestamp.midnight) / 60_000
        let rest = milliseconds - Timestamp.midnight - minutes * 60_000
        let tail = rest == 0 ? "" : "+\(rest)ms"
        return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)\(tail)"
    }
}

extension Holding {
    /// 2500 KRW on a card, read at midnight, with what the test changes.
    static func card(_ change: (inout Holding) -> Void = { _ in }) -> Holding {
        var holding = Holding(
            id: HoldingID(source: "tmoney", account: "card-1", asset: "KRW"), kind: .prepaid,
            balance: KnownBalance(.krw(2500)), changedAt: .at("0:00"), readAt: .at("0:00"), standing: .listed)
        change(&holding)
        return holding
    }
}

extension Holding.KnownBalance {
    init(_ amount: Amount) { self.init(available: amount, total: amount) }
}
