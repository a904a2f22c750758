import FoundationEssentials
import Testing

extension SystemdTests {
    /// What the journal is told.
    @Suite(.timeLimit(.minutes(5)))
    struct JournalTests {
        private static let firing = "/tests/journal -t walletd WALLETD_EVENT=alert.firing"

        private func fired() async throws -> Installed {
            let installed = try await Installed()
            try await installed.machine.text("systemctl start walletd; walletctl poll transit")
            try await installed.machine.eventually("\(Self.firing) -o cat | grep .")
            return installed
        }

        @Test func `an alert stands there with all of its fields, and the number of its event`() async throws {
            let machine = try await fired().machine
            let line = try await machine.text("\(Self.firing) -o json")
            let fields = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
            let expected = [
                "PRIORITY": "4", "MESSAGE_ID": "a4f0bf7f119348849f57b2e18f0da231", "SYSLOG_IDENTIFIER": "walletd",
                "WALLETD_RULE": "low", "WALLETD_SOURCE": "transit", "WALLETD_ACCOUNT": "card-1", "WALLETD_ASSET": "KRW",
                "WALLETD_AMOUNT": "2500 KRW", "WALLETD_LIMIT": "3000 KRW", "_SYSTEMD_UNIT": "walletd.service",
                "_TRANSPORT": "journal",
            ]
            #expect(expected.allSatisfy { fields[$0] == $1 }, "\(fields)")
            let event = try await machine.text("walletctl events --type alert.firing | cut -f 1,5")
            #expect(event == "\(fields["WALLETD_SEQ"] ?? "")\t\(fields["MESSAGE"] ?? "")")
        }

        @Test(arguments: [("C.UTF-8", "An alert fires"), ("ko_KR.UTF-8", "알림")])
        func `the catalogue explains it, in English and in Korean`(language: String, words: String) async throws {
            let machine = try await fired().machine
            try await machine.text("locale -a | grep -qi ko_KR || localedef -i ko_KR -f UTF-8 ko_KR.UTF-8")
            let explained = try await machine.text("export LANG=\(language); \(Self.firing) -x")
            #expect(explained.contains(words) && explained.contains("walletctl why low"), "\(explained)")
        }

        @Test func `where the journal drops what is too much, every event is still there to be read`() async throws {
            let installed = try await Installed()
            let machine = installed.machine
            try await machine.text("/tests/drop-in rate 'LogRateLimitIntervalSec=1h\nLogRateLimitBurst=6'")
            try await machine.text("systemctl start walletd; /tests/beside flip /tests/flip")
            try await machine.eventually("[ $(walletctl events --type 'alert.*' | wc -l) -ge 12 ]")
            try await machine.text("systemctl stop test-flip")
            let numbers = try await machine.text("walletctl events | cut -f 1").split(separator: "\n")
            #expect(numbers.compactMap { Int($0) } == Array(1...numbers.count))
            let told = try await machine.text("/tests/journal -t walletd -o json | grep -c WALLETD_SEQ")
            #expect(try #require(Int(told)) < numbers.count)
        }
    }
}
