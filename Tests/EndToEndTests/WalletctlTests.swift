import Glibc
import Testing
import WalletTestSupport

/// walletctl against a walletd that runs: what it prints, and the exit codes that scripts read.
@Suite(.timeLimit(.minutes(1)))
struct WalletctlTests {
    private let home: Home

    init() throws {
        home = try Home.watchingTransit()
    }

    @Test func `where nobody answers it ends with 69 and says what was tried`() async throws {
        let named = try await home.walletctl("status")
        #expect(named.status == 69 && named.errors.contains(home.socket))
        let searched = try await Finished(
            [BuiltPrograms.walletctl, "status"], environment: ["XDG_RUNTIME_DIR": home.folder.path])
        #expect(searched.status == 69)
        #expect(searched.errors.contains("/run/walletd/walletd.sock"))
        #expect(searched.errors.contains(home.folder.path(of: "walletd.sock")))
        let daemon = try await home.start()
        try await daemon.kill()
        let dead = try await home.walletctl("status")
        #expect(dead.status == 69 && dead.errors.contains(home.socket))
    }

    @Test func `status --check says by its exit code what is the worst`() async throws {
        try home.write(csv: "transit.csv", "card-1,KRW,12500")
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        #expect(try await home.walletctl("status", "--check").status == 0)
        try home.write(csv: "transit.csv", "card-1,KRW,2500")
        try await daemon.announced("alert.firing")
        #expect(try await home.walletctl("status", "--check").status == 20)
        unlink(home.folder.path(of: "transit.csv"))
        try await daemon.announced("source.failing")
        #expect(try await home.walletctl("status", "--check").status == 21)
        try home.write(csv: "transit.csv", "card-1,KRW,9000")
        try await daemon.announced("source.recovered")
        #expect(try await home.walletctl("status", "--check").status == 0)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `why says the reasons with value and limit, also why not`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        let firing = try await home.walletctl("why", "low")
        #expect(firing.status == 0 && firing.output.contains("2500 KRW") && firing.output.contains("3000 KRW"))
        try home.write(csv: "transit.csv", "card-1,KRW,9000")
        try await daemon.announced("alert.resolved")
        let quiet = try await home.walletctl("why", "low")
        #expect(quiet.status == 0 && quiet.output.contains("9000 KRW") && quiet.output.contains("3000 KRW"))
        let unknown = try await home.walletctl("why", "nothing")
        #expect(unknown.status == 1 && unknown.errors.contains("nothing"))
        #expect(try await daemon.stop() == 0)
    }

    @Test func `history lists each change once, and --plot draws it`() async throws {
        try home.configure("[sources.cards]\nadapter = \"manual\"\n")
        let daemon = try await home.start()
        for amount in ["100", "250", "250", "40"] {
            #expect(try await home.walletctl("record", "cards/coffee/KRW", amount).status == 0)
        }
        let history = try await home.walletctl("history", "cards")
        #expect(history.rows(3).map { $0[2] } == ["100 KRW", "250 KRW", "40 KRW"], "\(history)")
        let plot = try await home.walletctl("history", "cards/coffee", "--plot")
        #expect(plot.status == 0 && plot.output.contains("250") && plot.output.split(separator: "\n").count > 5)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `record refuses what is no amount of the asset and keeps what was`() async throws {
        try home.configure("[sources.cards]\nadapter = \"manual\"\n")
        let daemon = try await home.start()
        #expect(try await home.walletctl("record", "cards/coffee/KRW", "100").status == 0)
        for wrong in ["1.5", "1e3", "1,000", "KRW", "1 USD", "99999999999999999999999999999999999999"] {
            #expect(try await home.walletctl("record", "cards/coffee/KRW", wrong).status != 0, "\(wrong)")
        }
        #expect(try await home.walletctl("balances").rows(2) == [["cards/coffee/KRW", "100 KRW"]])
        let unknown = try await home.walletctl("record", "cards/coffee/NOPE", "1")
        #expect(unknown.status == 1 && unknown.errors.contains("[assets.NOPE]"))
        #expect(try await daemon.stop() == 0)
    }

    @Test func `ack takes a short id, and the alert stays acknowledged until it resolves`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        let id = try #require(try await home.walletctl("alerts").firstColumn.first)
        #expect(try await home.walletctl("ack", "\(id.prefix(6))").status == 0)
        #expect(try await home.walletctl("alerts", "--json").output.contains(#""acknowledged":true"#))
        #expect(try await daemon.stop() == 0)
        let again = try await home.start()
        #expect(try await home.walletctl("alerts", "--json").output.contains(#""acknowledged":true"#))
        try home.write(csv: "transit.csv", "card-1,KRW,9000")
        try await again.announced("alert.resolved")
        #expect(try await home.walletctl("ack", "\(id)").status == 1)
        #expect(try await again.stop() == 0)
    }

    @Test func `events are listed by type and time, and each has its number`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        #expect(try await home.walletctl("events").firstColumn == ["1", "2", "3"])
        #expect(try await home.walletctl("events", "--type", "alert.*").firstColumn == ["3"])
        #expect(try await home.walletctl("events", "--type", "nothing").firstColumn == [])
        #expect(try await home.walletctl("events", "--since", "1h").firstColumn == ["1", "2", "3"])
        #expect(try await home.walletctl("events", "--since", "2199-01-01T00:00:00Z").firstColumn == [])
        #expect(try await daemon.stop() == 0)
    }

    @Test func `events --follow goes on across a restart, and misses and repeats nothing`() async throws {
        let daemon = try await home.start()
        let follower = try home.follow()
        _ = try await follower.progress.first { $0.output.isEmpty ? nil : true }
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        try await daemon.kill()
        let again = try await home.start()
        try home.write(csv: "transit.csv", "card-1,KRW,9000")
        let resolved = try await again.announced("alert.resolved")
        let numbers = try await follower.progress.first { progress -> [Int64]? in
            let numbers = String(decoding: progress.output, as: UTF8.self).matches(of: /"seq":(\d+)/).compactMap {
                Int64($0.1)
            }
            return numbers.last == resolved.seq ? numbers : nil
        }
        #expect(numbers == Array(1...(resolved.seq ?? 0)))
        follower.signal(SIGTERM)
        #expect(try await again.stop() == 0)
    }

    @Test func `pause holds a source across a restart, resume reads it at once`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("pause", "transit").status == 0)
        #expect(try await daemon.stop() == 0)
        let again = try await home.start()
        #expect(try await home.walletctl("sources").rows(2) == [["transit", "paused"]])
        #expect(try await home.walletctl("resume", "transit").status == 0)
        try await again.announced("alert.firing")
        #expect(try await again.stop() == 0)
    }

    @Test(arguments: [["nonsense"], ["poll"], ["status", "--nonsense"], ["history"], ["record", "a"]])
    func `a wrong command line is 64`(words: [String]) async throws {
        let usage = try await Finished(
            [BuiltPrograms.walletctl] + words, environment: ["WALLETD_SOCKET": home.socket])
        #expect(usage.status == 64 && usage.output.isEmpty && !usage.errors.isEmpty)
    }
}
