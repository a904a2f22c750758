import Testing
import WalletCore

@testable import WalletStore

@Suite struct HoldingTests {
    @Test func `a new holding is read back as it was`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            let lots = [
                Lot(amount: Amount(units: 5, of: .usd), expires: CalendarDate(daysSinceEpoch: 20_000)),
                Lot(amount: Amount(units: 5, of: .usd), expires: CalendarDate(daysSinceEpoch: 20_001)),
            ]
            let holding = Holding(
                id: HoldingID(source: "tmoney", account: "카드 \"1\"", asset: "USD"), kind: .giftCard,
                balance: Holding.KnownBalance(
                    available: Amount(units: 1250, of: .usd), total: Amount(units: 1301, of: .usd)),
                lots: lots, changedAt: .after(1), readAt: .after(1), asOf: .after(-60_000), standing: .listed)
            try await test.apply(holding)
            #expect(try await test.holding(holding.id) == holding)
        }
    }

    static let changes: [(String, @Sendable (inout Holding) -> Void)] = [
        ("read again", { $0.asOf = .after(90) }),
        ("kind", { $0.kind = .points }),
        ("total", { $0.balance.total = Amount(units: 9000, of: .krw) }),
        ("standing", { $0.standing = .doubted }),
        ("recorded", { $0.standing = .recorded }),
        ("unlisted", { $0.standing = .unlisted }),
        ("lots", { $0.lots = [Lot(amount: Amount(units: 1, of: .krw), expires: CalendarDate(daysSinceEpoch: 1))] }),
        (
            "scale",
            {
                let asset = Asset(code: "KRW", scale: 2)
                let amount = Amount(units: 300_000, of: asset)
                $0.balance = Holding.KnownBalance(available: amount, total: amount)
            }
        ),
    ]

    @Test(arguments: changes.indices)
    func `a change is read back as it was, and so is its undoing`(index: Int) async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            let before = Holding.won(3000, changed: 0, read: 0)
            var after = Holding.won(3000, changed: 0, read: 100)
            HoldingTests.changes[index].1(&after)
            try await test.apply(before, after)
            #expect(try await test.holding() == after)
            let undone = Holding.won(3000, changed: 0, read: 200)
            try await test.apply(undone)
            #expect(try await test.holding() == undone)
        }
    }

    @Test func `amounts at the ends of their range are exact`() async throws {
        let extremes: [Int128] = [
            .max, .min, .max - 1, .min + 1, Int128(Int64.max), Int128(Int64.min), Int128(Int64.max) + 1, 0, -1, 9, 10,
        ]
        try await TestStore.run { test in
            try await test.configure("tmoney")
            for scale in [0, 1, 2, 18, 30] {
                for (index, units) in extremes.enumerated() {
                    let amount = Amount(units: units, of: Asset(code: "A\(scale)", scale: scale))
                    let total = Amount(units: extremes[(index + 1) % extremes.count], of: amount.asset)
                    let holding = Holding(
                        id: HoldingID(source: "tmoney", account: "\(index)", asset: amount.asset.code), kind: .crypto,
                        balance: Holding.KnownBalance(available: amount, total: total),
                        changedAt: .start, readAt: .start, standing: .listed)
                    try await test.apply(holding)
                    #expect(try await test.holding(holding.id) == holding)
                }
            }
        }
    }

    @Test func `a holding of a source that was never configured is refused, and nothing else is lost`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(.won(1, changed: 0, read: 0))
            let other = HoldingID(source: "other", account: "card", asset: "KRW")
            let error = await #expect(throws: StoreError.self) {
                try await test.apply(.won(1, changed: 0, read: 0, id: other))
            }
            #expect(error?.code == .refused)
            #expect(try await test.holding()?.balance.available.units == 1)
        }
    }

    @Test func `a holding that a failed transaction added is not taken for the one added next`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            let lost = HoldingID(source: "tmoney", account: "lost", asset: "KRW")
            await #expect(throws: StoreError.self) {
                try await test.write { transaction throws(StoreError) in
                    try transaction.apply([
                        HoldingChange(before: nil, after: .won(1, changed: 0, read: 0, id: lost))
                    ])
                    throw StoreError(.refused, "thrown by the test")
                }
            }
            try await test.apply(.won(2, changed: 0, read: 0))
            let error = await #expect(throws: StoreError.self) {
                try await test.write { transaction throws(StoreError) in
                    let before = Holding.won(1, changed: 0, read: 0, id: lost)
                    try transaction.apply([HoldingChange(before: before, after: before.with { $0.readAt = .after(9) })])
                }
            }
            #expect(error?.code == .refused)
            #expect(try await test.holding() == .won(2, changed: 0, read: 0))
        }
    }

    @Test func `pages list all wanted holdings once, in the order of bytes`() async throws {
        try await TestStore.run { test in
            try await test.configure("b", "a", "a-b")
            var ids: [HoldingID] = []
            for source in ["b", "a", "a-b"] {
                for account in ["z", "ä", "A", "a"] {
                    for asset in ["KRW", "BTC"] {
                        ids.append(HoldingID(source: source, account: account, asset: asset))
                    }
                }
            }
            for id in ids { try await test.apply(.won(1, changed: 0, read: 0, id: id)) }
            var listed: [HoldingID] = []
            while let page = try await test.page(after: listed.last, limit: 3) { listed += page }
            #expect(
                listed.map(\.description) == [
                    "a/A/KRW", "a/a/KRW", "a/z/KRW", "a/ä/KRW", "a-b/A/KRW", "a-b/a/KRW", "a-b/z/KRW", "a-b/ä/KRW",
                    "b/A/KRW", "b/a/KRW", "b/z/KRW", "b/ä/KRW",
                ])
        }
    }

    @Test func `a source's name narrows the search to it`() async throws {
        try await TestStore.run { test in
            try await test.configure("a", "b")
            for source in ["a", "b"] {
                try await test.apply(
                    .won(1, changed: 0, read: 0, id: HoldingID(source: source, account: "x", asset: "KRW")))
            }
            let found = try await test.read { transaction throws(StoreError) in
                try transaction.holdings(of: "b", limit: 10) { _ in true }
            }
            #expect(found.map(\.holding.id.source) == ["b"])
        }
    }
}

extension TestStore {
    /// The next page of holdings of won; `nil` when there is none.
    fileprivate func page(after last: HoldingID?, limit: Int) async throws -> [HoldingID]? {
        let page = try await read { transaction throws(StoreError) in
            try transaction.holdings(after: last, limit: limit) { $0.holding.id.asset == "KRW" }
        }
        return page.isEmpty ? nil : page.map(\.holding.id)
    }
}
