import Glibc
import Testing
import WalletTestSupport

/// A database that is not what walletd left: it ends with 65 and leaves every file as it is.
@Suite(.timeLimit(.minutes(1)))
struct DamagedDatabaseTests {
    enum Damage: String, CaseIterable {
        case emptied, halved, cutInHeader, zeroed, text, newer, newerInLog, otherProgram, missing, otherGeneration
    }

    @Test(arguments: Damage.allCases.filter { $0 != .newerInLog })
    func `a damaged database is refused and left as it is`(damage: Damage) async throws {
        let home = try await lived()
        try await damage.spoil(home)
        let before = try contents(of: home)
        let refusal = try await home.refusal()
        #expect(refusal.status == 65, "\(refusal)")
        #expect(refusal.errors.contains(home.state))
        #expect(try contents(of: home) == before)
        #expect(try await home.refusal().status == 65)
    }

    @Test(arguments: [Damage.halved, .zeroed, .text, .newerInLog])
    func `a damaged database whose log is left after a power cut is refused with its log as it is`(damage: Damage)
        async throws
    {
        let home = try await lived()
        try await home.start().kill()
        try await damage.spoil(home)
        let before = try contents(of: home)
        #expect(before["walletd.db-wal"]?.isEmpty == false)
        #expect(try await home.refusal().status == 65)
        let after = try contents(of: home)
        // To see what stands only in the log, SQLite has to build its index anew, which holds nothing else.
        let isIndexed = damage == .newerInLog
        #expect(
            after.filter { !isIndexed || $0.key != "walletd.db-shm" }
                == before.filter { !isIndexed || $0.key != "walletd.db-shm" })
    }

    @Test(arguments: ["", "DELETE FROM meta WHERE key = 'quick_check_passed_at'"])
    func `a database that is damaged inside is found out after the start, and ends it`(preparation: String)
        async throws
    {
        let home = try await lived()
        try await home.makeLargeHistory()
        try await home.change(preparation)
        try home.overwrite("walletd.db", from: 100 * 4096, count: 200 * 4096)
        let daemon = RunningDaemon(home: home, process: try home.walletd())
        let end = try await daemon.process.end()
        #expect(end.status == 65)
        #expect(daemon.errors.contains("\(home.database) is damaged"))
    }

    @Test func `--restore puts a backup in its place, and keeps what was there`() async throws {
        let home = try await lived()
        let backup = "\(home.state)/backups/sound.db"
        guard mkdir("\(home.state)/backups", 0o700) == 0 else { throw SystemCallError("mkdir") }
        try await home.change("VACUUM INTO '\(backup)'")
        let running = try await home.start()
        let refused = try await home.walletd("--restore", backup).end()
        #expect(refused.status == 73)
        #expect(try await running.stop() == 0)
        try await Damage.halved.spoil(home)
        #expect(try await home.walletd("--restore", "\(home.state)/none.db").end().status == 65)
        #expect(try await home.walletd("--restore", backup).end().status == 0)
        let daemon = try await home.start()
        #expect(try await home.walletctl("balances").output.contains("2500 KRW"))
        #expect(try await daemon.stop() == 0)
        #expect(try home.folder.names(in: "state").contains { $0.hasPrefix("walletd.db.before-") })
    }

    @Test func `without a generation file a database is taken as it is`() async throws {
        let home = try await lived()
        unlink("\(home.state)/walletd.generation")
        let daemon = try await home.start()
        #expect(daemon.announcements.first?.seq == 5)
        #expect(try await daemon.stop() == 0)
    }

    /// A home in which a walletd has run.
    private func lived() async throws -> Home {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        #expect(try await daemon.stop() == 0)
        return home
    }

    /// Every file of the database, and the file beside it, byte for byte.
    private func contents(of home: Home) throws -> [String: [UInt8]] {
        let names = try home.folder.names(in: "state").filter {
            $0.hasPrefix("walletd.db") || $0 == "walletd.generation"
        }
        return try names.reduce(into: [:]) { $0[$1] = try home.folder.bytes(of: "state/\($1)") }
    }
}

extension DamagedDatabaseTests.Damage {
    func spoil(_ home: Home) async throws {
        let database = try home.folder.bytes(of: "state/walletd.db")
        switch self {
        case .emptied: try home.folder.write("state/walletd.db", "")
        case .halved: try home.folder.write("state/walletd.db", database.prefix(database.count / 2))
        case .cutInHeader: try home.folder.write("state/walletd.db", database.prefix(50))
        case .zeroed: try home.folder.write("state/walletd.db", [UInt8](repeating: 0, count: database.count))
        case .text: try home.folder.write("state/walletd.db", "This is a letter to my bank.\n")
        case .newer: try await home.change("PRAGMA user_version = 4711")
        case .newerInLog: try await home.changeInLog("PRAGMA user_version = 4711;")
        case .otherProgram: try await home.change("PRAGMA application_id = 4711")
        case .missing:
            for name in ["walletd.db", "walletd.db-wal", "walletd.db-shm"] { unlink("\(home.state)/\(name)") }
        case .otherGeneration: try home.folder.write("state/walletd.generation", "not a generation\n")
        }
    }
}
