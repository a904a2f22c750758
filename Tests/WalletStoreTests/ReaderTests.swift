import SQLite
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct ReaderTests {
    @Test func `a read sees one state although the writer commits meanwhile`() async throws {
        try await TestStore.run { test in
            try await test.append(1)
            let reader = StoreReader(test.location)
            let (before, after) = try await reader.read { transaction throws(StoreError) in
                let before = try transaction.lastEvent()
                let other = try? Connection(path: test.location.database, access: .readWrite)  // `later` shows it
                try? other?.run(
                    "INSERT INTO event (type, at, severity, message) SELECT type, at, severity, '' FROM event")
                return (before, try transaction.lastEvent())
            }
            #expect(before == 1)
            #expect(after == 1)
            let later = try await reader.read { transaction throws(StoreError) in try transaction.lastEvent() }
            #expect(later == 2)
            await reader.close()
        }
    }

    @Test func `a read that throws leaves the reader usable`() async throws {
        try await TestStore.run { test in
            let reader = StoreReader(test.location)
            await #expect(throws: StoreError.self) {
                try await reader.read { _ throws(StoreError) in throw StoreError(.refused, "thrown by the test") }
            }
            let last = try await reader.read { transaction throws(StoreError) in try transaction.lastEvent() }
            #expect(last == 0)
            await reader.close()
        }
    }

    @Test func `a reader cannot write`() async throws {
        try await TestStore.run { test in
            let reader = StoreReader(test.location)
            let error = await #expect(throws: StoreError.self) {
                try await reader.read { transaction throws(StoreError) in
                    try transaction.database.run("DELETE FROM event")
                }
            }
            #expect(error?.code == .readOnly)
            await reader.close()
        }
    }

    @Test func `a check finds a sound database sound`() async throws {
        let files = try await DatabaseFiles.sound()
        let test = try await files.open()
        let reader = StoreReader(test.location)
        try await reader.quickCheck()
        await reader.close()
        try await test.closeAndCheck()
    }

    @Test func `a check that is stopped before it begins ends at once`() async throws {
        try await TestStore.run { test in
            let reader = StoreReader(test.location)
            reader.stopQuickCheck()
            let error = await #expect(throws: StoreError.self) { try await reader.quickCheck() }
            #expect(error?.code == .interrupted)
            await reader.close()
        }
    }

    /// Whatever page is lost, either opening or the check says so, and the file stays as it is.
    @Test func `a page that was zeroed is found, and the file is left`() async throws {
        let sound = try await DatabaseFiles.sound()
        let whole = try sound.bytes()
        for page in 1..<(whole.count / 4096) {
            let files = try sound.copied()
            let bytes = whole.replacing(page * 4096, Array(repeating: 0, count: 4096))
            try files.put(bytes)
            let error = try await files.damage()
            #expect(error?.code == .damaged, "page \(page + 1)")
            #expect(try files.bytes() == bytes, "page \(page + 1)")
        }
    }
}

extension DatabaseFiles {
    /// What opening or the check of the whole database finds.
    fileprivate func damage() async throws -> StoreError? {
        do throws(StoreError) {
            let test = try await open()
            let reader = StoreReader(test.location)
            do throws(StoreError) {
                try await reader.quickCheck()
            } catch {
                await reader.close()
                await test.store.abandon()
                throw error
            }
            await reader.close()
            try await test.store.close()
            return nil
        } catch {
            return error
        }
    }
}
