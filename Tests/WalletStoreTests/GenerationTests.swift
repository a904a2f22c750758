import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct GenerationTests {
    private func generation(_ files: DatabaseFiles) throws -> Generation {
        try #require(try Generation.read(beside: files.location))
    }

    @Test func `it is written when a database is made, at each start and at each stop`() async throws {
        let test = try await TestStore.open(in: .init())
        let files = DatabaseFiles(folder: test.folder)
        #expect(try generation(files) == Generation(databaseID: "id-1795392000000", number: 1, lastEvent: 0))
        try await test.fill(changes: 3)
        #expect(try generation(files).lastEvent == 0)
        try await test.closeAndCheck()
        #expect(try generation(files) == Generation(databaseID: "id-1795392000000", number: 2, lastEvent: 3))
        let again = try await files.open()
        #expect(try generation(files).number == 3)
        try await again.closeAndCheck()
        #expect(try files.folder.text(of: "walletd.generation") == "id-1795392000000 4 3\n")
    }

    @Test func `it is written every thousand events`() async throws {
        try await TestStore.run { test in
            let files = DatabaseFiles(folder: test.folder)
            for _ in 0..<2 {
                try await test.append(999)
                #expect(try generation(files).lastEvent % 1000 == 0)
                try await test.append(1)
                #expect(try generation(files).lastEvent % 1000 == 0)
            }
            #expect(try generation(files).lastEvent == 2000)
        }
    }

    @Test(arguments: ["removed", "emptied"])
    func `a database that is gone is not begun anew`(how: String) async throws {
        let files = try await DatabaseFiles.sound()
        if how == "removed" { try files.remove("walletd.db") } else { try files.put([]) }
        let names = try files.folder.names()
        let refusal = try await files.refusal()
        #expect(refusal?.code == .missing)
        #expect(refusal?.message.contains(files.location.generation) == true)
        #expect(try files.folder.names() == names)
        try files.remove("walletd.generation")
        #expect(try await files.refusal() == nil)
    }

    @Test func `an older database is told from the one used last, and numbers go on a million later`() async throws {
        let files = try await DatabaseFiles.sound()
        let old = try files.bytes()
        let test = try await files.open(at: .after(1_000_000))
        try await test.append(7)
        try await test.closeAndCheck()
        #expect(try generation(files).lastEvent == 407)

        try files.put(old)
        let restored = try await files.open(at: .after(2_000_000))
        let wentBack = HistoryWentBack(lastEventKnown: 407, foundAt: .after(2_000_000))
        #expect(restored.opened.findings.history == .wentBack(wentBack))
        #expect(try await restored.append(1) == [1_000_408])
        try await restored.closeAndCheck()

        let later = try await files.open(at: .after(3_000_000))
        #expect(later.opened.findings.history == .wentBack(wentBack))
        #expect(try await later.append(1) == [1_000_409])
        try await later.closeAndCheck()
    }

    @Test func `a database without any event goes on a million later as well`() async throws {
        let files = DatabaseFiles(folder: try TemporaryFolder())
        try await files.open(at: .start).closeAndCheck()
        let old = try files.bytes()
        let test = try await files.open()
        try await test.append(1)
        try await test.closeAndCheck()
        try files.put(old)
        let restored = try await files.open()
        #expect(try await restored.append(2) == [1_000_002, 1_000_003])
        try await restored.closeAndCheck()
    }

    @Test func `a copy made while the daemon ran is told from the database, also after a crash`() async throws {
        let test = try await TestStore.open(in: .init())
        try await test.fill(changes: 3)
        let reader = StoreReader(test.location)
        let copy = try await reader.backUp(at: .after(5000))
        await reader.close()
        try await test.store.advanceGeneration()
        let crashed = try DatabaseFiles(folder: test.folder).copied()
        try crashed.remove("walletd.db-wal")
        try crashed.put(
            try DatabaseFiles(folder: test.folder).bytes("backups/\(copy.split(separator: "/").last ?? "")"))
        let restored = try await crashed.open()
        guard case .wentBack = restored.opened.findings.history else {
            Issue.record("an older database was taken for the last one")
            return
        }
        try await restored.closeAndCheck()
        try await test.closeAndCheck()
    }

    @Test func `another database is told from the one used last`() async throws {
        let files = try await DatabaseFiles.sound()
        let other = DatabaseFiles(folder: try TemporaryFolder())
        let test = try await other.open(at: .after(1))
        try await test.append(2000)
        try await test.closeAndCheck()
        try files.put(try other.bytes())
        let opened = try await files.open()
        guard case .wentBack(let found) = opened.opened.findings.history else {
            Issue.record("another database was taken for the last one")
            return
        }
        #expect(found.lastEventKnown == 2000)
        #expect(try await opened.append(1) == [1_002_001])
        try await opened.closeAndCheck()
    }

    @Test func `without the file the database is gone on with`() async throws {
        let files = try await DatabaseFiles.sound()
        try files.remove("walletd.generation")
        let test = try await files.open()
        #expect(test.opened.findings.history == .continued)
        try await test.closeAndCheck()
        #expect(try generation(files).lastEvent == 400)
    }

    @Test(arguments: ["", "id 1", "id one 2", "id 1 2 3", "id -1 1", "id 1 -1", "id 1 9223372036854775807", "\0\0\0\0"])
    func `a file that holds something else proves nothing`(text: String) async throws {
        let files = try await DatabaseFiles.sound()
        try files.folder.write("walletd.generation", text)
        let bytes = try files.bytes()
        let refusal = try await files.refusal()
        #expect(refusal?.code == .damaged)
        #expect(refusal?.message.contains(files.location.generation) == true)
        #expect(try files.bytes() == bytes)
    }

    @Test func `a database that was begun and has nothing yet is gone on with`() async throws {
        let test = try await TestStore.open(in: .init())
        let begun = try DatabaseFiles(folder: test.folder).copied()
        try begun.remove("walletd.generation")
        let opened = try await begun.open()
        #expect(opened.opened.findings.history == .continued)
        try await opened.closeAndCheck()
        try await test.closeAndCheck()
    }
}

extension TestStore {
    @discardableResult
    func append(_ count: Int) async throws(StoreError) -> [Int64] {
        try await write { transaction throws(StoreError) in
            let draft = EventDraft(.sourceFailing, at: transaction.now, message: "a source fails")
            return try transaction.append(Array(repeating: draft, count: count)).map(\.seq)
        }
    }
}
