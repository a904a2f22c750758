import Glibc
import Testing
import WalletTestSupport

/// A disk that is full, for a while.
@Suite(.timeLimit(.minutes(1)), .enabled(if: Machine.mounts, "only root mounts a small disk"))
struct DiskFullTests {
    private let home: Home
    private let disk: SmallDisk

    init() throws {
        home = try Home.watchingTransit()
        disk = try SmallDisk(at: home.state, size: "2m")
    }

    @Test func `walletd goes on, says so once, and keeps what the source still has when there is room again`()
        async throws
    {
        try home.write(csv: "transit.csv", "card-1,KRW,12500")
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try disk.fill()
        for amount in 5000...5050 { try home.write(csv: "transit.csv", "card-1,KRW,\(amount)") }
        let degraded = try await daemon.announced("daemon.degraded")
        #expect(degraded.seq == nil)
        #expect(try await home.walletctl("status", "--check").status == 23)
        #expect(try await home.walletctl("balances").status == 0)
        #expect(try await home.walletctl("pause", "transit").status == 1)
        #expect(try await home.walletctl("reload").status == 1)
        try home.write(csv: "transit.csv", "card-1,KRW,2500")
        #expect(try await home.walletctl("status").status == 0)
        try disk.empty()
        try await daemon.announced("alert.firing", "2500 KRW")
        let stored = try await daemon.announcedWithNumber("daemon.degraded")
        #expect(stored.message == degraded.message)
        #expect(try await home.walletctl("status", "--check").status == 20)
        #expect(try await daemon.stop() == 0)
        #expect(daemon.announcements.count { $0.type == "daemon.degraded" && $0.seq == nil } == 1)
        #expect(daemon.announcements.count { $0.type == "daemon.degraded" && $0.seq != nil } == 1)
        #expect(try await home.sql("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n")
    }

    @Test func `a stop while the disk is full is a stop, and the next start goes on`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        let fired = try await daemon.announced("alert.firing")
        try disk.fill()
        try home.write(csv: "transit.csv", "card-1,KRW,9000")
        try await daemon.announced("daemon.degraded")
        #expect(try await daemon.stop() == 0)
        #expect(try await home.refusal().status == 75)
        try disk.empty()
        let again = try await home.start()
        try await again.announced("alert.resolved", after: fired.seq ?? 0)
        #expect(try await again.stop() == 0)
        #expect(try await home.sql("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n")
    }

    @Test func `a kill while the disk is full loses nothing that was committed`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        try disk.fill()
        try home.write(csv: "transit.csv", "card-1,KRW,9000")
        try await daemon.announced("daemon.degraded")
        try await daemon.kill()
        try disk.empty()
        let again = try await home.start()
        try await again.announced("alert.resolved")
        #expect(try await home.walletctl("events", "--type", "alert.*").firstColumn.count == 2)
        #expect(try await again.stop() == 0)
    }

    @Test func `a disk that is full at the first start is 75, and nothing half made is in the way later`() async throws
    {
        try disk.fill()
        let refusal = try await home.refusal()
        #expect(refusal.status == 75 && refusal.errors.contains(home.state), "\(refusal)")
        try disk.empty()
        let daemon = try await home.start()
        #expect(try await daemon.stop() == 0)
    }
}
