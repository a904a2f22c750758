import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct GapTests {
    @Test func `failures in a row for one reason are one gap`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.fail(10, "timeout")
            try await test.fail(20, "timeout", "second")
            try await test.succeed(30)
            #expect(
                try await test.gaps() == [
                    Gap(
                        firstAt: .after(10), lastAt: .after(20), endedAt: .after(30), reason: "timeout",
                        message: "second", attempts: 2)
                ])
        }
    }

    @Test func `a success or another reason begins a new gap`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.fail(10, "timeout")
            try await test.succeed(20)
            try await test.fail(30, "timeout")
            try await test.fail(40, "unreachable")
            try await test.fail(50, "timeout")
            let gaps = try await test.gaps()
            #expect(gaps.map(\.reason) == ["timeout", "timeout", "unreachable", "timeout"])
            #expect(gaps.map(\.endedAt) == [.after(20), .after(40), .after(50), nil])
            #expect(gaps.map(\.attempts) == [1, 1, 1, 1])
        }
    }

    @Test func `ending a gap that is not open does nothing`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.succeed(20)
            #expect(try await test.gaps().isEmpty)
        }
    }

    @Test func `a gap of a source that was never configured is refused`() async throws {
        try await TestStore.run { test in
            let error = await #expect(throws: StoreError.self) { try await test.fail(10, "timeout") }
            #expect(error?.code == .refused)
        }
    }

    @Test func `gaps never overlap, whatever the clock did`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            for (instant, reason) in [(50, "timeout"), (20, "failed"), (10, "timeout"), (10, "failed")] {
                try await test.fail(Int64(instant), reason)
            }
            let gaps = try await test.gaps()
            #expect(gaps.map(\.reason) == ["timeout", "failed", "timeout", "failed"])
            for (earlier, later) in zip(gaps, gaps.dropFirst()) {
                let ended = try #require(earlier.endedAt)
                #expect(earlier.firstAt < later.firstAt)
                #expect(ended <= later.firstAt)
            }
        }
    }

    @Test func `a range has the gaps that reach into it, page by page`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            for instant in stride(from: 0, through: 90, by: 10) {
                try await test.fail(Int64(instant), "timeout")
                try await test.succeed(Int64(instant) + 5)
            }
            let range = Timestamp.after(33)...Timestamp.after(62)
            let (first, second) = try await test.read { transaction throws(StoreError) in
                let first = try transaction.gaps(of: "tmoney", in: range, limit: 2)
                return (first, try transaction.gaps(of: "tmoney", in: range, after: first.last?.firstAt, limit: 9))
            }
            #expect(first.map(\.firstAt) == [.after(30), .after(40)])
            #expect(second.map(\.firstAt) == [.after(50), .after(60)])
        }
    }

    @Test func `a balance is known from its reading until a poll fails, and again from the next success`() async throws
    {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(.won(5, changed: 0, read: 0), .won(5, changed: 0, read: 10))
            try await test.fail(20, "timeout")
            try await test.fail(30, "timeout")
            try await test.succeed(40)
            try await test.apply(.won(5, changed: 0, read: 40), .won(7, changed: 50, read: 50))
            let values = try await test.values(at: [-1, 0, 10, 19, 20, 30, 39, 40, 49, 50, 59], tolerance: 1000)
            #expect(values == [nil, 5, 5, 5, nil, nil, nil, 5, 5, 7, 7])
        }
    }

    @Test func `a balance is known no longer than the tolerance after its last reading`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(
                .won(5, changed: 0, read: 0), .won(5, changed: 0, read: 10), .won(7, changed: 50, read: 50))
            #expect(
                try await test.values(at: [10, 14, 15, 49, 50, 54, 55], tolerance: 5) == [5, 5, nil, nil, 7, 7, nil])
        }
    }

    @Test func `nothing is known while the daemon did not run, also where the balance was the same later`() async throws
    {
        let first = try await TestStore.open(in: .init(), at: .start)
        try await first.configure("tmoney")
        try await first.apply(.won(5, changed: 0, read: 0), .won(5, changed: 0, read: 10))
        try await first.closeAndCheck()
        let second = try await TestStore.open(in: first.folder, at: .after(100))
        try await second.apply(.won(5, changed: 0, read: 110))
        #expect(try await second.spans() == [[0, 110, 5]])
        #expect(try await second.values(at: [10, 14, 15, 99, 100, 110], tolerance: 5) == [5, 5, nil, nil, 5, 5])
        try await second.closeAndCheck()
    }
}

extension TestStore {
    fileprivate func fail(_ instant: Int64, _ reason: String, _ message: String = "…") async throws(StoreError) {
        try await write(instant) { transaction throws(StoreError) in
            try transaction.extendGap(of: "tmoney", reason: reason, message: message)
        }
    }

    fileprivate func succeed(_ instant: Int64) async throws(StoreError) {
        try await write(instant) { transaction throws(StoreError) in try transaction.endGap(of: "tmoney") }
    }

    fileprivate func gaps() async throws(StoreError) -> [Gap] {
        let all = Timestamp(milliseconds: .min)...Timestamp(milliseconds: .max)
        return try await read { transaction throws(StoreError) in
            try transaction.gaps(of: "tmoney", in: all, limit: 100)
        }
    }
}
