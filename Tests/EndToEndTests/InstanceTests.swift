import Glibc
import Testing
import WalletTestSupport

/// One walletd for each state directory, and what else it finds there.
@Suite(.timeLimit(.minutes(1)))
struct InstanceTests {
    private let home: Home

    init() throws {
        home = try Home.watchingTransit()
    }

    @Test func `a second walletd on the same state directory ends with 73, names the first and leaves it alone`()
        async throws
    {
        let first = try await home.start()
        let second = try await home.refusal()
        #expect(second.status == 73)
        #expect(second.errors.contains("\(first.process.id)"))
        #expect(try await home.walletctl("status").status == 0)
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await first.announced("alert.firing")
        #expect(try await first.stop() == 0)
        #expect(!first.errors.contains("warning"))
    }

    @Test func `twenty at once: one serves, the others end with 73`() async throws {
        let daemons = try (0..<20).map { _ in RunningDaemon(home: home, process: try home.walletd()) }
        let statuses = try await withThrowingTaskGroup(of: Int32?.self) { group in
            for daemon in daemons {
                group.addTask {
                    try await daemon.process.progress.first { progress -> Int32?? in
                        let serves = Announcement.all(in: progress.errors).contains { $0.type == "config.loaded" }
                        return progress.status.map { .some($0) } ?? (serves ? .some(nil) : nil)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == nil } == 1 && statuses.count { $0 == 73 } == 19, "\(statuses)")
        #expect(try await home.walletctl("status").status == 0)
    }

    @Test func `a socket that a dead walletd left is replaced`() async throws {
        let first = try await home.start()
        try await first.kill()
        #expect(access(home.socket, F_OK) == 0)
        let second = try await home.start()
        #expect(try await home.walletctl("status").status == 0)
        #expect(try await second.stop() == 0)
        #expect(access(home.socket, F_OK) != 0)
    }

    @Test func `a file that is no socket is not replaced`() async throws {
        try home.folder.write("state/walletd.sock", "precious")
        let refusal = try await home.refusal()
        #expect(refusal.status == 78 && refusal.errors.contains(home.socket))
        #expect(try home.folder.text(of: "state/walletd.sock") == "precious")
    }

    @Test func `a socket that another program answers on is not stolen`() async throws {
        let other = try UnixListener(path: home.socket)
        let refusal = try await home.refusal()
        #expect(refusal.status == 73 && refusal.errors.contains(home.socket))
        #expect(try await other.accepts())
    }

    @Test func `a socket that another program answers on is not stolen where its queue is full`() async throws {
        let other = try UnixListener(path: home.socket, backlog: 0)
        try other.fillQueue()
        #expect(try await home.refusal().status == 73)
    }

    @Test func `the database, its folder and the socket are closed to others`() async throws {
        let daemon = try await home.start()
        #expect(try home.folder.mode(of: "state") == 0o700)
        #expect(try home.folder.mode(of: "state/walletd.sock") == 0o660)
        for name in ["walletd.db", "walletd.db-wal", "walletd.db-shm", "walletd.lock", "walletd.generation"] {
            #expect(try home.folder.mode(of: "state/\(name)") == 0o600, "\(name)")
        }
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a state directory that others may write in is refused`() async throws {
        #expect(chmod(home.state, 0o777) == 0)
        let refusal = try await home.refusal()
        #expect(refusal.status == 73 && refusal.errors.contains(home.state))
        #expect(try home.folder.names(in: "state").isEmpty)
    }

    @Test(.enabled(if: Machine.isRoot, "only root gives a folder away"))
    func `a state directory of another user is refused`() async throws {
        #expect(chown(home.state, 4711, 4711) == 0)
        let refusal = try await home.refusal()
        #expect(refusal.status == 73 && refusal.errors.contains("4711"))
        #expect(try home.folder.names(in: "state").isEmpty)
    }

    @Test(.enabled(if: Machine.mounts, "only root mounts"))
    func `a state directory on a read-only file system is 75`() async throws {
        let disk = try SmallDisk(at: home.state, size: "1m", options: "ro")
        let refusal = try await home.refusal()
        #expect(refusal.status == 75 && refusal.errors.contains(home.state))
        disk.unmount()
    }

    @Test(.enabled(if: Machine.isRoot, "only root becomes another user"))
    func `a state directory in which its own user may not write is 73`() async throws {
        #expect(chown(home.folder.path, 4711, 4711) == 0 && chown(home.configuration, 4711, 4711) == 0)
        #expect(chown(home.state, 4711, 4711) == 0 && chmod(home.state, 0o500) == 0)
        let refusal = try await Finished(
            Machine.asUser(4711, [BuiltPrograms.walletd, "--config", home.configuration]),
            environment: home.environment)
        #expect(refusal.status == 73 && refusal.errors.contains(home.state), "\(refusal)")
    }
}
