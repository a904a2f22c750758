import Testing

extension SystemdTests {
    /// What apt and dpkg do with it.
    @Suite(.timeLimit(.minutes(5)))
    struct PackageTests {
        private static let apt = "DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"

        @Test func `installed, it waits for a person, and then runs from its socket`() async throws {
            let machine = try await Installed().machine
            try await machine.text("dpkg --purge walletd; \(Self.apt) install -y /files/walletd.deb")
            #expect(
                try await machine.run("systemctl is-active walletd walletd.socket").output == "inactive\ninactive\n")
            #expect(try await machine.run("systemctl is-enabled walletd").output == "disabled\n")
            #expect(
                try await machine.text("dpkg-query -W -f '${Conffiles}' walletd").contains("/etc/walletd/walletd.toml"))
            try await machine.text("systemctl enable --now walletd.socket walletd; walletctl status")
            #expect(try await machine.text("systemctl --failed --plain --no-legend").isEmpty)
            #expect(try await machine.text("dpkg --verify walletd").isEmpty)
        }

        @Test func `an upgrade restarts it, keeps what it knows, and lets nobody ask in vain`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("systemctl enable --now walletd.socket walletd; walletctl poll transit")
            try await machine.eventually("walletctl alerts | grep firing")
            let before = try await machine.text("walletctl events | cut -f 1-3")
            let process = try await installed.property("MainPID")
            try await machine.text("/tests/beside asking /tests/ask-always /run/asked")
            try await machine.text("\(Self.apt) install -y /files/walletd-next.deb")
            #expect(try await installed.property("MainPID") != process)
            #expect(try await installed.property("ActiveState") == "active")
            #expect(try await machine.text("walletctl events | cut -f 1-3").hasPrefix(before))
            #expect(try await machine.text("walletctl balances").contains("2500 KRW"))
            try await machine.text("systemctl stop test-asking; [ -s /run/asked ]")
            #expect(try await machine.run("grep -v ^0$ /run/asked").output.isEmpty)
        }

        @Test func `removed, it is gone but for data and configuration; purged, they go too; and it comes again`()
            async throws
        {
            let machine = try await Installed().machine
            try await machine.text("systemctl enable --now walletd.socket walletd; walletctl poll transit")
            try await machine.text("\(Self.apt) remove -y walletd")
            #expect(
                try await machine.run("systemctl is-active walletd walletd.socket").output == "inactive\ninactive\n")
            try await machine.text("[ ! -e /run/walletd/walletd.sock ]; [ ! -e /usr/bin/walletd ]")
            try await machine.text("[ -s /var/lib/walletd/walletd.db ]; [ -s /etc/walletd/walletd.toml ]")
            try await machine.text("\(Self.apt) install -y /files/walletd.deb; systemctl start walletd")
            #expect(try await machine.text("walletctl balances").contains("2500 KRW"))
            try await machine.text("\(Self.apt) purge -y walletd")
            let left =
                "find / -xdev -name '*walletd*' -not -path '/proc/*' -not -path '/var/log/*' -not -path '/tests/*'"
            #expect(try await machine.text(left + " -not -path '/files/*' -not -path '/var/cache/*'").isEmpty)
            #expect(try await machine.text("systemctl --failed --plain --no-legend").isEmpty)
            try await machine.text(
                "\(Self.apt) install -y /files/walletd.deb; systemctl start walletd; walletctl status")
        }
    }
}
