import Glibc
import Testing
import WalletAPI
import WalletTestSupport

/// The database is not the one that knows what was paid.
@Suite(.timeLimit(.minutes(2)))
struct LostHistoryTests {
    private let rule = BankedRule("tips")
    private let home: Home
    private let bank: Bank

    init() throws {
        (home, bank) = try Home.banking([rule], deposit: 4000)
    }

    /// A home with a backup from before its first cash-out, and more to cash out since. Nothing runs.
    private func paidSinceBackup() async throws -> String {
        let first = try await home.start()
        try await first.confirm("tips")
        #expect(try await first.stop() == 0)
        let backup = home.folder.path(of: "yesterday.db")
        try await home.change("VACUUM INTO '\(backup)'")
        let second = try await home.start()
        try bank.deposit(1500, into: rule.source)
        try await second.cashOut(of: "tips", is: "final")
        #expect(try await second.stop() == 0)
        try bank.deposit(6000, into: rule.source)
        return backup
    }

    @Test func `a backup from before a cash-out pays nothing until a person accepts what was lost`() async throws {
        let backup = try await paidSinceBackup()
        let restored = try await home.walletd("--restore", backup).end()
        #expect(restored.status == 0)
        let daemon = try await home.start()
        try await daemon.announced("daemon.history-went-back")
        _ = try await daemon.held(rule, by: "history-went-back")
        #expect(try await home.walletctl("status", "--check").status == 23)
        #expect(try bank.requests() == 1)
        let plain = try await home.walletctl("cashout", "resume")
        #expect(plain.status == 0 && plain.output.contains("--accept-history"), "\(plain)")
        _ = try await daemon.held(rule, by: "history-went-back")
        #expect(try bank.requests() == 1)
        let accepted = try await home.walletctl("cashout", "resume", "--accept-history")
        #expect(accepted.status == 0, "\(accepted)")
        try await daemon.cashOut(of: "tips", is: "final")
        let moved = try bank.movements().compactMap(\.key)
        #expect(moved.count >= 2 && Set(moved).count == moved.count)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a database that was deleted is not begun anew, and pays nothing`() async throws {
        _ = try await paidSinceBackup()
        for name in ["walletd.db", "walletd.db-wal", "walletd.db-shm"] { unlink("\(home.state)/\(name)") }
        let refusal = try await home.refusal()
        #expect(refusal.status == 65 && refusal.errors.contains("walletd.db"), "\(refusal)")
        #expect(try bank.requests() == 1)
    }
}

/// The disk is full between the request that is stored and the one that is sent.
@Suite(.timeLimit(.minutes(2)), .enabled(if: Machine.mounts, "only root mounts a small disk"))
struct FullDiskCashOutTests {
    @Test func `what cannot be written down is not sent, and is paid once when there is room again`() async throws {
        let (home, bank) = try Home.banking([BankedRule("tips")], deposit: 5500)
        let disk = try SmallDisk(at: home.state, size: "2m")
        try bank.stay(.temporary)
        let daemon = try await home.start()
        try await daemon.confirm("tips")
        try await daemon.cashOut(of: "tips", is: "prepared")
        try disk.fill()
        try await daemon.announced("daemon.degraded")
        try bank.stay(nil)
        #expect(try await home.walletctl("status", "--check").status == 23)
        _ = try await home.walletctl("poll", "tips-wallet")
        // A small commit may still find room in the log; what the bank was asked is written down in any case.
        let requests = try bank.requests()
        let written = try await home.sql("SELECT count(*) FROM transition WHERE state = 'sending'")
        #expect(try #require(Int(written.dropLast())) >= requests)
        try disk.empty()
        let settled = try await daemon.cashOut(of: "tips", is: "final")
        #expect(try bank.movements().map(\.key) == [settled.reference])
        #expect(try await daemon.stop() == 0)
        #expect(try await home.sql("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n")
    }
}
