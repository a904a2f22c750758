import SQLite
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct DiskFullTests {
    /// Lets the database grow by this many pages more; `nil`: without a limit.
    private func limit(_ test: TestStore, to pages: Int?) async throws(StoreError) {
        try await test.write { transaction throws(StoreError) in
            let count = try transaction.database.first("PRAGMA page_count") { $0.int(0) } ?? 0
            let most = pages.map { count + $0 } ?? 1_073_741_823
            _ = try transaction.database.query("PRAGMA max_page_count = \(most)") { $0.int(0) }
        }
    }

    @Test func `when no page is left writing fails whole, reading goes on, and room lets writing go on`() async throws {
        try await TestStore.run { test in
            try await test.fill(changes: 20)
            let reader = StoreReader(test.location)
            try await limit(test, to: 2)
            let error = await #expect(throws: StoreError.self) { try await test.append(5000) }
            #expect(error?.code == .noSpace)
            #expect(error?.message.contains(test.location.database) == true)
            for _ in 0..<3 {
                await #expect(throws: StoreError.self) { try await test.append(5000) }
                let last = try await reader.read { transaction throws(StoreError) in try transaction.lastEvent() }
                #expect(last == 20)
            }
            #expect(try await test.append(1) == [21])
            try await limit(test, to: nil)
            #expect(try await test.append(5000).last == 5021)
            await reader.close()
        }
    }

    @Test func `a commit that happened is told as done although the generation file cannot be written`() async throws {
        let test = try await TestStore.open(in: .init())
        let files = DatabaseFiles(folder: test.folder)
        // A folder in its way: no file can be renamed there, whoever tries.
        try files.remove("walletd.generation")
        try files.makeFolder("walletd.generation/full")
        #expect(try await test.append(1000).last == 1000)
        #expect(try await test.append(1) == [1001])
        await #expect(throws: StoreError.self) { try await test.store.advanceGeneration() }
        try files.remove("walletd.generation")
        #expect(try await test.append(1) == [1002])
        let generation = try #require(try Generation.read(beside: test.location))
        #expect(generation.number == 3)
        try await test.closeAndCheck()
    }

    @Test func `nothing is written after closing, and closing twice is allowed`() async throws {
        let test = try await TestStore.open(in: .init())
        try await test.closeAndCheck()
        let error = await #expect(throws: StoreError.self) { try await test.append(1) }
        #expect(error?.code == .closed)
        try await test.closeAndCheck()
    }
}
