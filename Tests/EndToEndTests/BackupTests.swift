import Glibc
import Testing
import WalletTestSupport

/// Copies of the database, made while walletd runs, and what becomes of them.
@Suite(.timeLimit(.minutes(1)))
struct BackupTests {
    @Test func `a copy is whole, new and for its owner, and comes back by --restore`() async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        let copy = home.folder.path(of: "copy.db")
        let made = try await home.walletctl("backup", copy, "--json")
        #expect(made.status == 0, "\(made)")
        let bytes = try home.folder.bytes(of: "copy.db").count
        #expect(made.output == "{\"bytes\":\(bytes),\"path\":\"\(copy)\"}\n")
        #expect(try home.folder.mode(of: "copy.db") == 0o600)
        let check = try await Finished(
            ["/usr/bin/sqlite3", "-readonly", copy, "PRAGMA integrity_check; SELECT type FROM event ORDER BY seq"],
            environment: [:])
        #expect(check.output.hasPrefix("ok\ndaemon.started\n") && check.output.contains("\nalert.firing\n"))
        #expect(try home.folder.names(in: "state/backups") == [])
        #expect(try await daemon.stop() == 0)
        #expect(try await home.walletd("--restore", copy).end().status == 0)
        let restored = try await home.start()
        try await restored.announced("daemon.history-went-back")
        #expect(try await home.walletctl("balances").output.contains("2500 KRW"))
        #expect(try await home.walletctl("status", "--check").status == 23)
        #expect(try await restored.stop() == 0)
        #expect(try home.folder.names(in: "state").contains { $0.hasPrefix("walletd.db.before-") })
    }

    @Test func `a file that exists is not touched, and one that cannot be made is said`() async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        let mine = try home.folder.write("mine.db", "mine")
        let refused = try await home.walletctl("backup", mine)
        #expect(refused.status == 1 && refused.errors.contains("\(mine) exists already"), "\(refused)")
        #expect(try home.folder.text(of: "mine.db") == "mine")
        let nowhere = try await home.walletctl("backup", home.folder.path(of: "none/copy.db"))
        #expect(nowhere.status == 1 && nowhere.errors.contains("No such file or directory"), "\(nowhere)")
        #expect(try home.folder.names().filter { $0.hasSuffix(".part") } == [])
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a dash writes it to standard output`() async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        let end = try await RunningProcess(
            [BuiltPrograms.walletctl, "backup", "-"],
            environment: ["PATH": "/usr/bin:/bin", "WALLETD_SOCKET": home.socket]
        ).end()
        #expect(end.status == 0)
        #expect(end.output.starts(with: "SQLite format 3\0".utf8) && end.output.count % 4096 == 0)
        #expect(try await daemon.stop() == 0)
    }

    @Test(.enabled(if: Machine.mounts, "only root mounts a small disk"))
    func `a disk without room for a copy says so, keeps what it has, and copies once there is room`() async throws {
        let home = try Home.watchingTransit()
        let disk = try SmallDisk(at: home.state, size: "2m")
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        let fired = try await daemon.announced("alert.firing")
        try disk.fill()
        let copy = home.folder.path(of: "copy.db")
        let refused = try await home.walletctl("backup", copy)
        #expect(refused.status == 1 && refused.errors.contains("no room for a copy"), "\(refused)")
        #expect(try home.folder.names().filter { $0.hasPrefix("copy") } == [])
        try disk.empty()
        let made = try await home.walletctl("backup", copy)
        #expect(made.status == 0, "\(made)")
        let events = try await home.walletctl("events", "--type", "alert.*").firstColumn
        #expect(events == ["\(fired.seq ?? 0)"])
        #expect(try await daemon.stop() == 0)
        #expect(try await home.sql("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n")
    }
}
