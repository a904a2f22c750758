import WalletCore

@testable import WalletStore

extension Asset {
    static let krw = Asset(code: "KRW", scale: 0)
    static let usd = Asset(code: "USD", scale: 2)
}

extension HoldingID {
    static let card = HoldingID(source: "tmoney", account: "card", asset: "KRW")
}

extension Holding {
    /// A listed holding whose balance is `units` of won since `changed` and was last read at `read` (milliseconds after
    /// the start of the test).
    static func won(
        _ units: Int128, changed: Int64, read: Int64, id: HoldingID = .card, standing: Standing = .listed
    ) -> Holding {
        let amount = Amount(units: units, of: .krw)
        return Holding(
            id: id, kind: .prepaid, balance: KnownBalance(available: amount, total: amount),
            changedAt: .after(changed), readAt: .after(read), standing: standing)
    }

    func with(_ change: (inout Holding) -> Void) -> Holding {
        var copy = self
        change(&copy)
        return copy
    }
}

extension TestStore {
    /// Readings of one holding one after the other, each in a transaction at the instant it was read.
    func apply(_ readings: Holding...) async throws {
        for after in readings {
            try await write(after.readAt.milliseconds - Timestamp.start.milliseconds) {
                transaction throws(StoreError) in
                let before = try transaction.holding(after.id)?.holding
                try transaction.apply([HoldingChange(before: before, after: after)])
            }
        }
    }

    func holding(_ id: HoldingID = .card) async throws -> Holding? {
        try await read { transaction throws(StoreError) in try transaction.holding(id)?.holding }
    }

    /// From, until and available of every change, in milliseconds after the start of the test.
    func spans(_ id: HoldingID = .card) async throws -> [[Int128]] {
        let all = Timestamp(milliseconds: .min)...Timestamp(milliseconds: .max)
        let spans = try await read { transaction throws(StoreError) in
            try transaction.history(of: id, in: all, limit: 1000)
        }
        let start = Timestamp.start.milliseconds
        return spans.map {
            [
                Int128($0.firstSeen.milliseconds - start), Int128($0.lastSeen.milliseconds - start),
                $0.balance.available.units,
            ]
        }
    }
}
