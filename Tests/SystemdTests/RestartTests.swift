import Testing

extension SystemdTests {
    /// What ends it without asking, and what is there afterwards.
    @Suite(.timeLimit(.minutes(5)))
    struct RestartTests {
        private static let events = "walletctl events | cut -f 1-3"

        @Test func `after SIGKILL it is back, and nothing is lost`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("systemctl start walletd && walletctl poll transit")
            try await machine.eventually("walletctl alerts | grep firing")
            let before = try await machine.text(Self.events)
            let process = try await installed.property("MainPID")
            try await machine.text("kill -KILL \(process)")
            try await machine.eventually(
                "[ $(systemctl show -P NRestarts walletd) = 1 ] && systemctl is-active walletd")
            #expect(try await installed.property("MainPID") != process)
            #expect(try await machine.text(Self.events).hasPrefix(before))
            #expect(try await machine.text("walletctl balances").contains("2500 KRW"))
        }

        @Test func `the watchdog ends it when the evaluating loop hangs, and it is started again`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("/tests/drop-in watchdog WatchdogSec=2s; systemctl start walletd")
            let process = try await installed.property("MainPID")
            // The thread on which the loop reads the database: to it the disk does not answer any more.
            try await machine.text("/tests/beside freeze /tests/freeze.py \(process) walletd-engine")
            try await machine.eventually(
                "[ $(systemctl show -P NRestarts walletd) = 1 ] && systemctl is-active walletd")
            let journal = try await machine.text("/tests/journal -u walletd -o cat")
            #expect(journal.contains("Watchdog timeout") && journal.contains("result 'watchdog'"), "\(journal)")
            try await machine.text("walletctl status")
        }

        @Test func `after power cuts it is back by itself, and no event and no balance is lost`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("systemctl enable --now walletd.socket walletd")
            for _ in 1...3 {
                try await machine.text("/tests/beside flip /tests/flip")
                let seen = try await machine.text(Self.events).split(separator: "\n").count
                try await machine.eventually("[ $(\(Self.events) | wc -l) -gt \(seen + 4) ]")
                let before = try await machine.text("\(Self.events); systemctl show -P MainPID walletd")
                    .split(separator: "\n").dropLast()
                try await machine.cutPower()
                try await machine.eventually("systemctl is-active walletd")
                let after = try await machine.text(Self.events).split(separator: "\n")
                #expect(Array(after.prefix(before.count)) == Array(before))
            }
            try await machine.text("walletctl poll transit")
            #expect(try await machine.text("walletctl history transit/card-1/KRW").split(separator: "\n").count > 12)
            try await machine.text("systemctl stop walletd.socket walletd")
            let check = "sqlite3 /var/lib/walletd/walletd.db 'PRAGMA integrity_check; PRAGMA foreign_key_check'"
            #expect(try await machine.text(check) == "ok")
        }

        @Test func `on a full disk it goes on watching, and keeps what it saw when there is room again`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text(
                "mount --bind /disk /var/lib/walletd; systemctl start walletd; walletctl poll transit")
            try await machine.eventually("walletctl alerts | grep firing")
            try await machine.text("cat /dev/zero > /disk/filler || true")
            try await machine.text("/tests/beside flip /tests/flip")
            try await machine.eventually("/tests/journal WALLETD_EVENT=daemon.degraded -o cat | grep .")
            #expect(try await machine.run("walletctl status --check").status == 23)
            try await machine.text("systemctl stop test-flip; systemctl is-active walletd; rm /disk/filler")
            try await installed.balance(9000)
            try await machine.eventually("walletctl events --type daemon.degraded | grep .")
            try await machine.eventually("walletctl poll transit; walletctl balances | grep '9000 KRW'")
            #expect(try await installed.property("NRestarts") == "0")
        }
    }
}
