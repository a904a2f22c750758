import FoundationEssentials
import Glibc
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct BackupTests {
    @Test func `a copy is whole, readable by its owner only, and a database by itself`() async throws {
        let files = try await DatabaseFiles.sound()
        let test = try await files.open()
        let reader = StoreReader(test.location)
        let copy = try await reader.backUp(at: .after(3_723_000))
        #expect(copy == files.folder.path(of: "backups/walletd-2026-11-23T010203Z-daily.db"))
        var status = stat()
        #expect(stat(copy, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(stat(test.location.backups, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o700)
        #expect(try files.folder.names(in: "backups").count == 1)
        await reader.close()
        try await test.closeAndCheck()
        let restored = DatabaseFiles(folder: try TemporaryFolder())
        try restored.put(try files.bytes("backups/walletd-2026-11-23T010203Z-daily.db"))
        let opened = try await restored.open()
        #expect(try await opened.holding()?.balance.available.units == 399)
        try await opened.closeAndCheck()
    }

    @Test func `seven daily copies are kept, and nothing else is touched`() async throws {
        try await TestStore.run { test in
            let reader = StoreReader(test.location)
            try Folder(path: test.location.backups).create()
            try test.folder.write("backups/mine.db", "")
            for day in 0..<10 as Range<Int64> { _ = try await reader.backUp(at: .after(day * 86_400_000)) }
            let names = try test.folder.names(in: "backups")
            #expect(names.first == "mine.db")
            #expect(
                names.dropFirst().map { $0.prefix(18) } == (26...30).map { "walletd-2026-11-\($0)" } + [
                    "walletd-2026-12-01", "walletd-2026-12-02",
                ])
            await reader.close()
        }
    }

    @Test func `damage names the newest copy that is sound`() async throws {
        let files = try await DatabaseFiles.sound()
        let test = try await files.open()
        let reader = StoreReader(test.location)
        let older = try await reader.backUp(at: .after(0))
        let newer = try await reader.backUp(at: .after(1000))
        await reader.close()
        try await test.closeAndCheck()
        try files.put(try files.bytes("backups/\(newer.suffix(36))").prefix(5000), "backups/\(newer.suffix(36))")
        try files.folder.write("backups/z.db", "text")
        let bytes = Array(try files.bytes().prefix(4096))
        try files.put(bytes)
        let names = try files.folder.names(in: "backups")
        let refusal = try await files.refusal()
        #expect(refusal?.code == .damaged)
        #expect(refusal?.message.contains("walletd --restore \(older)") == true)
        #expect(try files.folder.names(in: "backups") == names)
        #expect(try files.bytes() == bytes)
    }

    @Test func `when the last upkeep was is kept`() async throws {
        try await TestStore.run { test in
            let none = try await test.read { transaction throws(StoreError) in
                (try transaction.quickCheckPassedAt(), try transaction.backedUpAt())
            }
            #expect(none == (nil, nil))
            try await test.write(5) { transaction throws(StoreError) in try transaction.recordQuickCheckPassed() }
            try await test.write(7) { transaction throws(StoreError) in try transaction.recordBackUp() }
            let kept = try await test.read { transaction throws(StoreError) in
                (try transaction.quickCheckPassedAt(), try transaction.backedUpAt())
            }
            #expect(kept == (.after(5), .after(7)))
        }
    }
}
