import FoundationEssentials
import Glibc
import Migrations
import SQLite
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

@Suite struct OpeningTests {
    @Test func `the first start makes a database that only its owner may read`() async throws {
        let test = try await TestStore.open(in: .init())
        #expect(
            test.opened.findings
                == OpenedStore.Findings(history: .began, schema: Migrations.all.count, highestInstant: nil))
        try await test.configure("tmoney")
        for name in try test.folder.names() {
            var status = stat()
            #expect(stat(test.folder.path(of: name), &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600, "\(name)")
        }
        #expect(try test.folder.names() == ["walletd.db", "walletd.db-shm", "walletd.db-wal", "walletd.generation"])
        try await test.store.close()
        #expect(try test.folder.names() == ["walletd.db", "walletd.generation"])
        try test.check()
    }

    @Test func `a file without content is taken for none`() async throws {
        let files = DatabaseFiles(folder: try TemporaryFolder())
        try files.put([])
        let test = try await files.open()
        #expect(test.opened.findings.history == .began)
        try await test.closeAndCheck()
    }

    @Test func `the file says what it is`() async throws {
        let bytes = try await DatabaseFiles.sound().bytes()
        let header = try DatabaseHeader(Array(bytes.prefix(100)))
        #expect(header.applicationID == 0x776C_7464)
        #expect(header.userVersion == Migrations.all.count)
    }

    @Test func `a later start goes on where the last one ended`() async throws {
        let files = try await DatabaseFiles.sound()
        let test = try await files.open()
        #expect(test.opened.findings.history == .continued)
        #expect(test.opened.findings.highestInstant == .after(399_000))
        #expect(try await test.holding()?.balance.available.units == 399)
        let seqs = try await test.write { transaction throws(StoreError) in
            try transaction.append([EventDraft(.daemonStarted, at: transaction.now, message: "started")])
        }
        #expect(seqs.map(\.seq) == [401])
        try await test.closeAndCheck()
    }

    @Test func `the highest instant never falls`() async throws {
        let files = try await DatabaseFiles.sound()
        let test = try await files.open(at: .after(-5000))
        try await test.write(-4000) { _ throws(StoreError) in }
        try await test.closeAndCheck()
        let again = try await files.open(at: .after(-3000))
        #expect(again.opened.findings.highestInstant == .after(399_000))
        try await again.closeAndCheck()
    }

    static let spoiled: [(String, StoreError.Code, @Sendable ([UInt8]) -> [UInt8])] = [
        ("text", .notADatabase, { _ in Array("dear diary,\n".utf8) }),
        ("a lot of text", .notADatabase, { _ in Array(repeating: UInt8(ascii: "x"), count: 100_000) }),
        ("another database's name", .notADatabase, { [UInt8]("SQLite format 4\0".utf8) + $0.dropFirst(16) }),
        ("another program's database", .notADatabase, { $0.replacing(68, [1, 2, 3, 4]) }),
        ("zeros", .damaged, { Array(repeating: 0, count: $0.count) }),
        ("one zero", .damaged, { _ in [0] }),
        ("a zeroed first page", .damaged, { Array(repeating: 0, count: 4096) + $0.dropFirst(4096) }),
        ("the first half", .damaged, { Array($0.prefix($0.count / 2)) }),
        ("all but the last page", .damaged, { $0.dropLast(4096) }),
        ("all but the last byte", .damaged, { $0.dropLast(1) }),
        ("one page", .damaged, { Array($0.prefix(4096)) }),
        ("a part of the header", .damaged, { Array($0.prefix(60)) }),
        ("a part of the name", .damaged, { Array($0.prefix(7)) }),
        ("no page size", .damaged, { $0.replacing(16, [0, 3]) }),
        ("a newer version", .newer, { $0.replacing(60, [0, 0, 0, UInt8(Migrations.all.count + 1)]) }),
        ("a much newer version", .newer, { $0.replacing(60, [0x7f, 0xff, 0xff, 0xff]) }),
    ]

    @Test(arguments: spoiled.indices)
    func `what is no sound database of this version is refused and left byte for byte`(index: Int) async throws {
        let (name, code, spoil) = OpeningTests.spoiled[index]
        let files = try await DatabaseFiles.sound()
        let bytes = spoil(try files.bytes())
        try files.put(bytes)
        let names = try files.folder.names()
        let refusal = try await files.refusal()
        #expect(refusal?.code == code, "\(name): \(refusal?.message ?? "opened")")
        #expect(try files.bytes() == bytes)
        #expect(try files.folder.names() == names)
        #expect(refusal?.message.contains(files.location.database) == true)
    }

    @Test func `a database cut off while its log was left is refused, unless the log has what is missing`() async throws
    {
        let test = try await TestStore.open(in: .init())
        try await test.fill(changes: 60)
        let crashed = try DatabaseFiles(folder: test.folder).copied()
        try await test.closeAndCheck()
        let whole = try crashed.bytes()
        #expect(whole.count == 4096, "the log has everything but the begin")
        let recovered = try await crashed.copied().open()
        #expect(try await recovered.holding()?.balance.available.units == 59)
        try await recovered.closeAndCheck()

        let log = try crashed.bytes("walletd.db-wal")
        let files = try await DatabaseFiles.sound()
        try files.put(try files.bytes().prefix(8192))
        try files.put(log.prefix(32 + 4120), "walletd.db-wal")
        let refusal = try await files.refusal()
        #expect(refusal?.code == .damaged)
        #expect(try files.bytes().count == 8192)
    }

    @Test func `an empty database whose log is left is damaged`() async throws {
        let files = DatabaseFiles(folder: try TemporaryFolder())
        try files.put([1, 2, 3], "walletd.db-wal")
        #expect(try await files.refusal()?.code == .damaged)
        #expect(try files.folder.names() == ["walletd.db-wal"])
        try files.put([])
        #expect(try await files.refusal()?.code == .damaged)
        #expect(try files.bytes("walletd.db-wal") == [1, 2, 3])
    }

    @Test func `a folder in place of the database is refused`() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path(of: "walletd.db"), withIntermediateDirectories: false)
        #expect(try await DatabaseFiles(folder: folder).refusal()?.code == .notADatabase)
    }

    @Test func `a state directory that does not exist is an error of the system`() async throws {
        let location = StoreLocation(database: "/nonexistent/walletd.db")
        let error = await #expect(throws: StoreError.self) {
            try await Store.open(location, newID: "id", now: .start)
        }
        #expect(error?.code == .ioError)
        #expect(error?.message.contains("/nonexistent/walletd.db") == true)
    }

    @Test func `another program's database without a name is refused`() async throws {
        let files = DatabaseFiles(folder: try TemporaryFolder())
        let connection = try Connection(path: files.location.database, access: .create)
        try connection.execute("CREATE TABLE diary (entry TEXT)")
        connection.close()
        let bytes = try files.bytes()
        #expect(try await files.refusal()?.code == .notADatabase)
        #expect(try files.bytes() == bytes)
    }
}

extension [UInt8] {
    func replacing(_ index: Int, _ bytes: [UInt8]) -> [UInt8] {
        var copy = self
        copy.replaceSubrange(index..<(index + bytes.count), with: bytes)
        return copy
    }
}
