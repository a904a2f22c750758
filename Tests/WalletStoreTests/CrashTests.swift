import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

/// A copy of the files at some moment is what a crash or a power cut at that moment leaves, since SQLite writes to them
/// by system calls alone.
@Suite struct CrashTests {
    @Test func `after a crash at any commit everything committed is there, and nothing else`() async throws {
        let test = try await TestStore.open(in: .init())
        try await test.configure("tmoney")
        for step in 0..<12 as Range<Int64> {
            try await test.apply(.won(Int128(step), changed: step, read: step))
            try await test.append(1)
            let crashed = try DatabaseFiles(folder: test.folder).copied()
            let recovered = try await crashed.open(at: .after(step + 1))
            #expect(recovered.opened.findings.history == .continued)
            #expect(recovered.opened.findings.highestInstant == .after(step))
            #expect(try await recovered.spans().count == Int(step) + 1)
            #expect(try await recovered.append(1) == [step + 2])
            try await recovered.closeAndCheck()
        }
        try await test.closeAndCheck()
    }

    @Test func `of a transaction that was not committed nothing is left`() async throws {
        let test = try await TestStore.open(in: .init())
        try await test.configure("tmoney")
        let folder = test.folder
        let crashed = try await test.write(5) { transaction throws(StoreError) -> DatabaseFiles? in
            try transaction.apply([HoldingChange(before: nil, after: .won(1, changed: 5, read: 5))])
            _ = try transaction.append([EventDraft(.daemonStarted, at: transaction.now, message: "started")])
            return try? DatabaseFiles(folder: folder).copied()  // its absence fails the test
        }
        let recovered = try await #require(crashed).open(at: .after(6))
        #expect(try await recovered.holding() == nil)
        #expect(try await recovered.append(1) == [1])
        try await recovered.closeAndCheck()
        try await test.closeAndCheck()
    }

    @Test func `a transaction that throws keeps nothing and gives its event numbers back`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            await #expect(throws: StoreError.self) {
                try await test.write(7) { transaction throws(StoreError) in
                    try transaction.apply([HoldingChange(before: nil, after: .won(1, changed: 5, read: 5))])
                    _ = try transaction.append([EventDraft(.daemonStarted, at: transaction.now, message: "started")])
                    throw StoreError(.refused, "thrown by the test")
                }
            }
            #expect(try await test.holding() == nil)
            #expect(try await test.append(1) == [1])
        }
    }

    @Test func `a crash between making the file and its schema leaves a database that can be begun`() async throws {
        let files = DatabaseFiles(folder: try TemporaryFolder())
        let test = try await files.open()
        let header = try files.copied()
        try header.remove("walletd.db-wal")
        try header.remove("walletd.generation")
        try await test.closeAndCheck()
        #expect(try header.bytes().count == 4096)
        let begun = try await header.open()
        #expect(begun.opened.findings.history == .began)
        try await begun.closeAndCheck()
    }
}
