import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct SourceTests {
    private func configured(_ name: String, _ fingerprint: UInt8 = 1) -> ConfiguredSource {
        ConfiguredSource(name: name, adapter: "file", fingerprint: [fingerprint, 0, 255])
    }

    @Test func `a configuration says which sources are new, edited and gone`() async throws {
        try await TestStore.run { test in
            let sources = [configured("b"), configured("a"), configured("c")]
            let first = try await test.write(0) { transaction throws(StoreError) in try transaction.configure(sources) }
            #expect(first == SourceChanges(added: ["a", "b", "c"]))
            let edited = [configured("a"), configured("b", 2), configured("d")]
            let second = try await test.write(5) { transaction throws(StoreError) in try transaction.configure(edited) }
            #expect(second == SourceChanges(added: ["d"], edited: ["b"], removed: ["c"]))
            let third = try await test.write(9) { transaction throws(StoreError) in try transaction.configure(edited) }
            #expect(third == SourceChanges())
            let stored = try await test.read { transaction throws(StoreError) in try transaction.sources() }
            #expect(stored.map(\.name) == ["a", "b", "c", "d"])
            #expect(stored.map(\.removedAt) == [nil, nil, .after(5), nil])
            #expect(stored.map(\.health.firstConfigured) == [.start, .start, .start, .after(5)])
        }
    }

    @Test func `a source that comes back is new, with its holdings and its first day`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            try await test.apply(.won(5, changed: 0, read: 0))
            try await test.write(1) { transaction throws(StoreError) in _ = try transaction.configure([]) }
            let gone = try await test.read { transaction throws(StoreError) in try transaction.holding(.card) }
            #expect(gone?.sourceRemovedAt == .after(1))
            let back = [configured("tmoney")]
            let changes = try await test.write(2) { transaction throws(StoreError) in try transaction.configure(back) }
            #expect(changes == SourceChanges(added: ["tmoney"]))
            let found = try await test.read { transaction throws(StoreError) in try transaction.holding(.card) }
            #expect(found?.sourceRemovedAt == nil)
            #expect(found?.holding.balance.available.units == 5)
        }
    }

    @Test func `health and schedule are read back as they were saved`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            let saved = try await test.write(3) { transaction throws(StoreError) -> StoredSource in
                guard var source = try transaction.source("tmoney") else {
                    throw StoreError(.refused, "no source")
                }
                source.health.lastSuccess = .after(1)
                source.health.lastFailure = SourceHealth.Failure(
                    at: .after(2), reason: .refusedCredential, message: "the token was refused (401)")
                source.health.consecutiveFailures = 3
                source.health.needsAttention = true
                source.health.pausedAt = .after(3)
                source.lastAttempt = .after(2)
                source.nextPoll = .after(900_000)
                try transaction.save(source)
                return source
            }
            let stored = try await test.read { transaction throws(StoreError) in try transaction.source("tmoney") }
            #expect(stored == saved)
        }
    }

    @Test func `a source that was never configured cannot be saved`() async throws {
        try await TestStore.run { test in
            try await test.configure("a")
            let source = try await test.read { transaction throws(StoreError) in try transaction.source("a") }
            let saved = try #require(source)
            let folder = try await TestStore.open(in: .init())
            let error = await #expect(throws: StoreError.self) {
                try await folder.write { transaction throws(StoreError) in try transaction.save(saved) }
            }
            #expect(error?.code == .refused)
            try await folder.closeAndCheck()
        }
    }

    @Test func `the next poll is the earliest of sources that are polled`() async throws {
        try await TestStore.run { test in
            try await test.configure("a", "b", "c", "d")
            try await test.write { transaction throws(StoreError) in
                for (name, next) in [("a", 10), ("b", 20), ("c", 30)] as [(String, Int64)] {
                    guard var source = try transaction.source(name) else { continue }
                    source.nextPoll = .after(next)
                    if name == "a" { source.health.pausedAt = .start }
                    try transaction.save(source)
                }
            }
            let next = try await test.read { transaction throws(StoreError) in try transaction.nextPoll() }
            #expect(next == .after(20))
            let left = [configured("a"), configured("d")]
            try await test.write { transaction throws(StoreError) in _ = try transaction.configure(left) }
            let none = try await test.read { transaction throws(StoreError) in try transaction.nextPoll() }
            #expect(none == nil)
        }
    }

    @Test func `polls count against the quota until they are forgotten, two of one instant twice`() async throws {
        try await TestStore.run { test in
            try await test.configure("a", "b")
            for instant in [0, 10, 10, 20, 30] as [Int64] {
                try await test.write(instant) { transaction throws(StoreError) in
                    try transaction.recordPoll(of: "a", keptSince: .after(instant - 15))
                }
            }
            try await test.write(30) { transaction throws(StoreError) in
                try transaction.recordPoll(of: "b", keptSince: .start)
            }
            let (all, last, since) = try await test.read { transaction throws(StoreError) in
                (
                    try transaction.polls(of: "a", since: .start, limit: 10),
                    try transaction.polls(of: "a", since: .start, limit: 1),
                    try transaction.polls(of: "a", since: .after(21), limit: 10)
                )
            }
            #expect(all == [.after(20), .after(30)])
            #expect(last == [.after(30)])
            #expect(since == [.after(30)])
        }
    }
}
