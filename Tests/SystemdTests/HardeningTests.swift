import Testing

extension SystemdTests {
    /// How tightly the service is closed, and that it works so.
    @Suite(.timeLimit(.minutes(5)))
    struct HardeningTests {
        private static let plugin = """
            [sources.arcade]
            adapter = "exec"
            command = ["/usr/local/libexec/arcade"]
            every   = "1h"
            """

        @Test func `systemd finds nothing wrong with the units, and little that is open`() async throws {
            let machine = try await Installed().machine
            let units = "walletd.service walletd.socket"
            let verified = try await machine.run("systemd-analyze verify --man=no --recursive-errors=yes \(units)")
            #expect(verified.status == 0 && verified.output.isEmpty, "\(verified)")
            let security = try await machine.run("systemd-analyze security --no-pager --threshold=15 walletd.service")
            #expect(security.status == 0, "\(security)")
        }

        @Test func `a plugin runs in it, and cannot do what the service may not`() async throws {
            let installed = try await Installed(Self.plugin)
            let machine = installed.machine
            try await machine.text(
                """
                install -D /tests/arcade-plugin /usr/local/libexec/arcade
                systemctl start walletd; walletctl poll arcade
                """)
            try await machine.eventually("walletctl balances | grep '700 KRW'")
            let tried = try await machine.text("walletctl balances --json")
            #expect(tried.contains("\"refused\""), "\(tried)")
        }

        @Test func `a plugin that writes machine code works with the drop-in that says so, and not without`()
            async throws
        {
            let installed = try await Installed(Self.plugin)
            let machine = installed.machine
            try await machine.text(
                """
                install -D /tests/compiling-plugin /usr/local/libexec/arcade
                systemctl start walletd; walletctl poll arcade
                """)
            try await machine.eventually("walletctl sources | grep failing")
            let example = "/usr/share/doc/walletd/examples/plugins.conf"
            try await machine.text(
                """
                mkdir -p /run/systemd/system/walletd.service.d
                sed '/MemoryDenyWriteExecute/s/^#//' \(example) > /run/systemd/system/walletd.service.d/plugins.conf
                systemctl daemon-reload; systemctl restart walletd; walletctl poll arcade
                """)
            try await machine.eventually("walletctl balances | grep '700 KRW'")
        }
    }
}
