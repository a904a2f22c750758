import FoundationEssentials
import Migrations
import SQLite
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct MigrationTests {
    /// The version after the last that is shipped.
    private static let next = Migrations.all.count + 1
    private let further = Migration(
        version: MigrationTests.next, name: "notes", sql: "CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT;")

    private func open(_ files: DatabaseFiles, _ migrations: [Migration]) async throws(StoreError) -> TestStore {
        let opened = try await Store.open(
            files.location, newID: "id", now: .after(1_000_000), migrations: migrations)
        return TestStore(folder: files.folder, opened: opened)
    }

    @Test func `the list has every file of the folder, in order and without a gap`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Migrations")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".sql") }
        let listed = Migrations.all.map { migration in
            let digits = String(migration.version)
            return "V\(String(repeating: "0", count: 4 - digits.count))\(digits)_\(migration.name).sql"
        }
        #expect(listed == files.sorted())
        #expect(Migrations.all.map(\.version) == Array(1...Migrations.all.count))
        for (migration, name) in zip(Migrations.all, listed) {
            #expect(try String(contentsOf: folder.appending(path: name), encoding: .utf8) == migration.sql)
        }
    }

    @Test func `an older schema is brought up to date after a copy was made`() async throws {
        let files = try await DatabaseFiles.sound()
        let test = try await open(files, Migrations.all + [further])
        #expect(test.opened.findings.schema == MigrationTests.next)
        #expect(try await test.holding()?.balance.available.units == 399)
        let names = try files.folder.names(in: "backups")
        #expect(names == ["walletd-2026-11-23T001640Z-before-schema-\(MigrationTests.next).db"])
        try await test.closeAndCheck()
        #expect(try DatabaseHeader(Array(files.bytes().prefix(100))).userVersion == MigrationTests.next)
        let again = try await open(files, Migrations.all + [further])
        try await again.closeAndCheck()

        let copy = DatabaseFiles(folder: try TemporaryFolder())
        try copy.put(try files.bytes("backups/\(names[0])"))
        let restored = try await copy.open()
        #expect(try await restored.holding()?.balance.available.units == 399)
        try await restored.closeAndCheck()
    }

    @Test func `a database of a newer version is refused and left`() async throws {
        let files = try await DatabaseFiles.sound()
        try await open(files, Migrations.all + [further]).closeAndCheck()
        let bytes = try files.bytes()
        #expect(try await files.refusal()?.code == .newer)
        #expect(try files.bytes() == bytes)
    }

    @Test func `a newer version is told although it is in the log only`() async throws {
        let files = try await DatabaseFiles.sound()
        let test = try await open(files, Migrations.all + [further])
        let crashed = try files.copied()
        try await test.closeAndCheck()
        let bytes = try crashed.bytes()
        #expect(try DatabaseHeader(Array(bytes.prefix(100))).userVersion == Migrations.all.count)
        #expect(try await crashed.refusal()?.code == .newer)
        #expect(try crashed.bytes() == bytes)
    }

    static let first = Migrations.all[0]
    static let changed = [
        Migration(version: 1, name: first.name, sql: first.sql + " "),
        Migration(version: 1, name: "shots", sql: first.sql),
    ]

    @Test(arguments: changed.indices)
    func `a database made by another shape of a step is refused and left`(index: Int) async throws {
        let files = try await DatabaseFiles.sound()
        let bytes = try files.bytes()
        let error = await #expect(throws: StoreError.self) {
            try await open(files, [MigrationTests.changed[index]] + Migrations.all.dropFirst())
        }
        #expect(error?.code == .changedMigration)
        #expect(try files.bytes() == bytes)
    }

    @Test(arguments: [
        "CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE source (id INTEGER);",
        "DELETE FROM source;",
    ])
    func `a step that fails leaves the database as it was`(sql: String) async throws {
        let files = try await DatabaseFiles.sound()
        let broken = Migration(version: MigrationTests.next, name: "broken", sql: sql)
        await #expect(throws: StoreError.self) { try await open(files, Migrations.all + [broken]) }
        let test = try await files.open()
        #expect(try await test.holding()?.balance.available.units == 399)
        try await test.closeAndCheck()
    }

    @Test func `foreign keys are enforced after a step`() async throws {
        let files = try await DatabaseFiles.sound()
        let test = try await open(files, Migrations.all + [further])
        let error = await #expect(throws: StoreError.self) {
            try await test.write { transaction throws(StoreError) in
                try transaction.database.execute("INSERT INTO poll (source_id, at) VALUES (99, 1)")
            }
        }
        #expect(error?.code == .refused)
        try await test.closeAndCheck()
    }
}
