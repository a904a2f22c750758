import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct RestorationTests {
    /// A database with a backup, and 5 events more than that has.
    private func backedUp() async throws -> (files: DatabaseFiles, backup: String) {
        let files = try await DatabaseFiles.sound()
        let test = try await files.open(at: .after(400_000))
        let reader = StoreReader(test.location)
        let backup = try await reader.backUp(at: .after(400_000))
        await reader.close()
        try await test.store.advanceGeneration()
        try await test.append(5)
        try await test.closeAndCheck()
        return (files, backup)
    }

    @Test func `the backup takes the place of a damaged database, which is kept beside it`() async throws {
        let (files, backup) = try await backedUp()
        let damaged = Array(try files.bytes().prefix(9000))
        try files.put(damaged)
        try files.put([1, 2, 3], "walletd.db-wal")
        let kept = try Restoration(of: backup, to: files.location).run(at: .after(500_000))
        #expect(kept == files.location.database + ".before-2026-11-23T000820Z")
        #expect(try files.bytes("walletd.db.before-2026-11-23T000820Z") == damaged)
        #expect(try files.bytes("walletd.db.before-2026-11-23T000820Z-wal") == [1, 2, 3])
        let test = try await files.open(at: .after(600_000))
        let wentBack = HistoryWentBack(lastEventKnown: 405, foundAt: .after(600_000))
        #expect(test.opened.findings.history == .wentBack(wentBack))
        #expect(try await test.holding()?.balance.available.units == 399)
        #expect(try await test.append(1) == [1_000_406])
        try await test.closeAndCheck()
    }

    @Test func `the backup takes the place of a database that is gone`() async throws {
        let (files, backup) = try await backedUp()
        try files.remove("walletd.db")
        #expect(try Restoration(of: backup, to: files.location).run(at: .after(500_000)) == nil)
        try await files.open().closeAndCheck()
    }

    @Test(arguments: ["text", "cut off", "absent", "itself"])
    func `what is no sound backup is refused, and everything is left`(what: String) async throws {
        let (files, backup) = try await backedUp()
        let name = "backups/\(backup.split(separator: "/").last ?? "")"
        var source = backup
        switch what {
        case "text": try files.folder.write(name, "text")
        case "cut off": try files.put(try files.bytes(name).prefix(9000), name)
        case "absent": try files.remove(name)
        default: source = files.location.database
        }
        let bytes = try files.bytes()
        let names = try files.folder.names()
        #expect(throws: StoreError.self) { try Restoration(of: source, to: files.location).run(at: .start) }
        #expect(try files.bytes() == bytes)
        #expect(try files.folder.names() == names)
    }
}
