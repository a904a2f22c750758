import SQLite
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct PruneTests {
    static let day: Int64 = 86_400_000

    /// Prunes until nothing is left to do, and returns in how many transactions.
    @discardableResult
    private func prune(_ test: TestStore, olderThan horizon: Int64, limit: Int) async throws(StoreError) -> Int {
        for count in 1...10_000 {
            let progress = try await test.write(horizon) { transaction throws(StoreError) in
                try transaction.prune(olderThan: .after(horizon), limit: limit)
            }
            if progress == .done { return count }
        }
        return .max
    }

    /// A change each hour of `days` days.
    private func fillHourly(_ test: TestStore, days: Int64) async throws {
        try await test.configure("tmoney")
        for hour in 0..<(days * 24) {
            try await test.apply(.won(Int128(hour), changed: hour * 3_600_000, read: hour * 3_600_000 + 5))
        }
    }

    @Test(arguments: [1, 2, 7, 23, 24, 25, 1000])
    func `of older days the last change stays, however little is done at once`(limit: Int) async throws {
        try await TestStore.run { test in
            try await fillHourly(test, days: 4)
            try await prune(test, olderThan: 2 * PruneTests.day + 5 * 3_600_000, limit: limit)
            let left = try await test.spans().map(\.[2])
            #expect(left == [23, 47] + Array(48...95))
            #expect(
                try await test.values(at: [PruneTests.day - 1, 2 * PruneTests.day - 1], tolerance: PruneTests.day)
                    == [23, 47])
        }
    }

    @Test func `all holdings are thinned, and the change that lasts counts as one of its day`() async throws {
        try await TestStore.run { test in
            try await test.configure("a", "b")
            let ids = ["a", "b"].map { HoldingID(source: $0, account: "card", asset: "KRW") }
            for (index, id) in ids.enumerated() {
                for step in 0..<5 as Range<Int64> {
                    let instant = step * 1000 + Int64(index)
                    try await test.apply(.won(Int128(step), changed: instant, read: instant, id: id))
                }
            }
            try await prune(test, olderThan: PruneTests.day, limit: 3)
            for id in ids { #expect(try await test.spans(id).map(\.[2]) == [4]) }
        }
    }

    @Test func `a later pass goes on where the last one ended, and a shorter retention takes more`() async throws {
        try await TestStore.run { test in
            try await fillHourly(test, days: 3)
            try await prune(test, olderThan: PruneTests.day, limit: 10)
            #expect(try await test.spans().count == 1 + 48)
            #expect(try await prune(test, olderThan: PruneTests.day, limit: 10) == 1)
            try await prune(test, olderThan: 3 * PruneTests.day, limit: 10)
            #expect(try await test.spans().map(\.[2]) == [23, 47, 71])
        }
    }

    @Test func `one call looks at no more rows than it may`() async throws {
        try await TestStore.run { test in
            try await fillHourly(test, days: 4)
            let progress = try await test.write { transaction throws(StoreError) in
                try transaction.prune(olderThan: .after(4 * PruneTests.day), limit: 10)
            }
            #expect(progress == .moreLeft)
            #expect(try await test.spans().count == 96 - 10)
        }
    }

    @Test func `gaps stay`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.write(5) { transaction throws(StoreError) in
                try transaction.extendGap(of: "tmoney", reason: "timeout", message: "…")
            }
            try await prune(test, olderThan: 100 * PruneTests.day, limit: 100)
            let gaps = try await test.read { transaction throws(StoreError) in
                try transaction.gaps(of: "tmoney", in: .start...(.after(10)), limit: 10)
            }
            #expect(gaps.count == 1)
        }
    }

    @Test func `old events go once every sink has announced them, and no number comes again`() async throws {
        try await TestStore.run { test in
            try await test.append(10)
            try await prune(test, olderThan: 10, limit: 3)
            let events: @Sendable (ReadTransaction) throws(StoreError) -> [Int64] = { transaction throws(StoreError) in
                try transaction.events(after: 0, limit: 100).map(\.seq)
            }
            #expect(try await test.read(events).count == 10)
            for (sink, seq) in [("journal", 10), ("phone", 4)] as [(String, Int64)] {
                try await test.write { transaction throws(StoreError) in
                    try transaction.markAnnounced(by: sink, upTo: seq)
                }
            }
            try await prune(test, olderThan: 0, limit: 3)
            #expect(try await test.read(events).count == 10)
            try await prune(test, olderThan: 10, limit: 3)
            #expect(try await test.read(events) == Array(5...10))
            try await test.write { transaction throws(StoreError) in
                try transaction.markAnnounced(by: "phone", upTo: 10)
            }
            try await prune(test, olderThan: 10, limit: 3)
            #expect(try await test.read(events).isEmpty)
            #expect(try await test.append(1) == [11])
        }
    }
}
