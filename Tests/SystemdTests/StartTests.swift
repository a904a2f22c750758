import Testing

extension SystemdTests {
    /// How it is started, and what stands in the way of that.
    @Suite(.timeLimit(.minutes(5)))
    struct StartTests {
        @Test func `start returns once the socket answers, and its status says what it does`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            let status = try await machine.text("systemctl start walletd && walletctl status")
            #expect(status.contains("1 ok"), "\(status)")
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
    }
}
