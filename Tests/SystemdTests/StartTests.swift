import Testing

extension SystemdTests {
    /// How it is started, and what stands in the way of that.
    @Suite(.timeLimit(.minutes(5)))
    struct StartTests {
        private static let faulty = """
            [sources.transit]
            adapter = "flie"
            every   = "soon"
            """

        @Test func `start returns once the socket answers, and its status says what it does`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            let status = try await machine.text("systemctl start walletd && walletctl status")
            #expect(status.hasPrefix("state\tok"), "\(status)")
            #expect(try await installed.property("ActiveState") == "active")
            let shown = try await machine.text("systemctl status walletd --no-pager")
            #expect(shown.contains(/Status: "watching 1 source with 1 rule/), "\(shown)")
        }

        @Test func `the first walletctl starts it`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("systemctl start walletd.socket")
            #expect(try await installed.property("ActiveState") == "inactive")
            try await machine.text("walletctl status")
            #expect(try await installed.property("ActiveState") == "active")
        }

        @Test func `a faulty configuration fails the start once, with each fault in the journal`() async throws {
            let installed = try await Installed(Self.faulty)
            let machine = installed.machine
            #expect(try await machine.run("systemctl start walletd").status == 1)
            #expect(try await installed.property("ActiveState") == "failed")
            #expect(try await installed.property("ExecMainStatus") == "78")
            #expect(try await installed.property("NRestarts") == "0")
            let journal = try await machine.text("/tests/journal -t walletd -o cat")
            for place in [":2:1: ", ":3:1: "] {
                #expect(journal.split(separator: "\n").count { $0.contains("walletd.toml\(place)") } == 1, "\(journal)")
            }
            // A loop's next turn would be due after two seconds.
            try await machine.eventually("[ $(cut -d. -f1 /proc/uptime) -ge \(try await installed.uptime() + 3) ]")
            let started = try await machine.text("/tests/journal -u walletd -o cat | grep -c ^Starting")
            #expect(started == "1")
        }

        @Test func `ten questions with a faulty file leave the socket there, and each is told why there is no answer`()
            async throws
        {
            let installed = try await Installed(Self.faulty)
            let machine = installed.machine
            try await machine.text("systemctl start walletd.socket")
            for _ in 1...10 {
                let asked = try await machine.run("walletctl status")
                #expect(asked.status == 69 && asked.output.contains("journalctl -u walletd"), "\(asked)")
            }
            try await machine.eventually("[ $(systemctl is-active walletd) = failed ]")
            #expect(try await installed.property("ActiveState", of: "walletd.socket") == "active")
            try await installed.configure(Installed.transit)
            try await machine.text("walletctl status")
        }

        @Test func `a reload takes a good file, and refuses a bad one and keeps what it had`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("systemctl start walletd")
            let process = try await installed.property("MainPID")
            try await installed.configure(Installed.transit + "\n[sources.cards]\nadapter = \"manual\"\n")
            try await machine.text("systemctl reload walletd")
            #expect(try await installed.property("StatusText").contains("watching 2 sources with 1 rule"))
            try await installed.configure(Self.faulty)
            #expect(try await machine.run("systemctl reload walletd").status == 1)
            #expect(try await installed.property("StatusText").contains("watching 2 sources with 1 rule"))
            #expect(try await installed.property("MainPID") == process)
            try await machine.eventually("/tests/journal WALLETD_EVENT=config.rejected -o cat | grep walletd.toml:1:1:")
        }
    }
}
