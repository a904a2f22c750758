import SQLite
import Testing
import WalletCore

@testable import WalletStore

@Suite struct HistoryTests {
    @Test func `an unchanged balance extends its span by one row's change`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(
                .won(5, changed: 0, read: 0), .won(5, changed: 0, read: 10), .won(5, changed: 0, read: 20))
            #expect(try await test.spans() == [[0, 20, 5]])
            let rows = try await test.read { transaction throws(StoreError) in
                try transaction.database.first("SELECT count(*) FROM span") { $0.int(0) }
            }
            #expect(rows == 0)
        }
    }

    @Test func `a changed balance ends a span at its last reading and begins one`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(
                .won(5, changed: 0, read: 0), .won(5, changed: 0, read: 10), .won(7, changed: 20, read: 20),
                .won(7, changed: 20, read: 30), .won(5, changed: 40, read: 40))
            #expect(try await test.spans() == [[0, 10, 5], [20, 30, 7], [40, 40, 5]])
        }
    }

    @Test func `a balance that was unknown in between has two spans`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(
                .won(5, changed: 0, read: 0), .won(5, changed: 0, read: 10),
                .won(5, changed: 0, read: 10, standing: .unlisted))
            #expect(try await test.spans() == [[0, 10, 5]])
            try await test.apply(.won(5, changed: 0, read: 40))
            #expect(try await test.spans() == [[0, 10, 5], [40, 40, 5]])
        }
    }

    @Test func `a doubted balance goes on as the span that it was`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(
                .won(5, changed: 0, read: 0), .won(5, changed: 0, read: 10),
                .won(5, changed: 0, read: 10, standing: .doubted), .won(5, changed: 0, read: 30))
            #expect(try await test.spans() == [[0, 30, 5]])
        }
    }

    @Test(arguments: [[0, 0, 0], [50, 20, 10], [50, 20, 70], [10, 10, 9]] as [[Int64]])
    func `spans never overlap, whatever the clock did`(instants: [Int64]) async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            for (index, instant) in instants.enumerated() {
                try await test.apply(.won(Int128(index), changed: instant, read: instant))
            }
            let spans = try await test.spans()
            #expect(spans.map(\.[2]) == [0, 1, 2])
            for (earlier, later) in zip(spans, spans.dropFirst()) {
                #expect(earlier[0] <= earlier[1])
                #expect(earlier[1] < later[0])
            }
        }
    }

    @Test func `pages of changes join without a break or a repetition`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            for instant in 0..<25 {
                try await test.apply(.won(Int128(instant), changed: Int64(instant) * 10, read: Int64(instant) * 10))
            }
            let range = Timestamp.after(35)...Timestamp.after(225)
            var found: [BalanceSpan] = []
            var page: [BalanceSpan]
            repeat {
                let last = found.last?.firstSeen
                page = try await test.read { transaction throws(StoreError) in
                    try transaction.history(of: .card, in: range, after: last, limit: 4)
                }
                found += page
            } while page.count == 4
            #expect(found.map(\.balance.available.units) == Array(4...22))
        }
    }

    @Test func `a span that began before the range reaches into it`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(
                .won(5, changed: 0, read: 0), .won(5, changed: 0, read: 100), .won(6, changed: 110, read: 110),
                .won(6, changed: 110, read: 200))
            let inside = try await test.read { transaction throws(StoreError) in
                (
                    try transaction.history(of: .card, in: .after(50)...(.after(60)), limit: 9),
                    try transaction.history(of: .card, in: .after(100)...(.after(110)), limit: 9),
                    try transaction.history(of: .card, in: .after(101)...(.after(109)), limit: 9),
                    try transaction.history(of: .card, in: .after(150)...(.after(500)), limit: 9),
                    try transaction.history(of: .card, in: .after(201)...(.after(500)), limit: 9)
                )
            }
            #expect(inside.0.map(\.balance.available.units) == [5])
            #expect(inside.1.map(\.balance.available.units) == [5, 6])
            #expect(inside.2.isEmpty)
            #expect(inside.3.map(\.balance.available.units) == [6])
            #expect(inside.4.isEmpty)
        }
    }

    @Test func `a holding that never was has no history`() async throws {
        try await TestStore.run { test in
            let spans = try await test.spans()
            #expect(spans.isEmpty)
            #expect(try await test.values(at: [0], tolerance: 10) == [nil])
        }
    }
}

extension TestStore {
    /// What was available at these milliseconds after the start.
    func values(at instants: [Int64], tolerance: Int64) async throws -> [Int128?] {
        try await read { transaction throws(StoreError) in
            try transaction.history(
                of: .card, at: instants.map(Timestamp.after), tolerance: .milliseconds(tolerance))
        }.map { $0?.balance.available.units }
    }
}
