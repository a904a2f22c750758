import Testing

extension SystemdTests {
    /// Who may do what, and whose the files are.
    @Suite(.timeLimit(.minutes(5)))
    struct PermissionTests {
        @Test func `a member of the group reads, an operator operates, others do not get in`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("systemctl start walletd")
            let expected = [("alice", "status", 0), ("alice", "poll transit", 77), ("bob", "status", 0)]
            for (user, verb, status) in expected + [("bob", "poll transit", 0), ("carol", "status", 77)] {
                let asked = try await machine.run("runuser -u \(user) -- walletctl \(verb)")
                #expect(asked.status == status, "\(user): \(asked)")
            }
        }

        @Test func `it runs as its own user, and its files are closed to everybody else`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("systemctl start walletd && walletctl poll transit")
            let process = try await installed.property("MainPID")
            #expect(try await machine.text("stat -c '%U %G' /proc/\(process)") == "walletd walletd")
            let modes = try await machine.text("find /var/lib/walletd -printf '%y %m %u %g\\n' | sort -u")
            #expect(modes == "d 700 walletd walletd\nf 600 walletd walletd")
            let files = try await machine.text("ls /var/lib/walletd").split(separator: "\n")
            #expect(Set(["walletd.db", "walletd.lock", "walletd.generation"]).isSubset(of: files.map(String.init)))
            let socket = try await machine.text("stat -c '%a %U %G' /run/walletd /run/walletd/walletd.sock")
            #expect(socket == "755 root root\n660 root walletd")
        }
    }
}
