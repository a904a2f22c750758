import Glibc
import Testing
import WalletTestSupport

/// A configuration changes while walletd runs: as a whole, or not at all.
@Suite(.timeLimit(.minutes(1)))
struct ReloadTests {
    private let home: Home

    init() throws {
        home = try Home.watchingTransit()
    }

    private static let second = Home.transit + "[alerts.high]\nsource = \"transit\"\nat_or_above = \"2000 KRW\"\n"
    private static let faulty = Home.transit + "[alerts.high]\nsource = \"nobody\"\nabove = \"2000 KRW\"\n"

    @Test func `walletctl reload puts a new rule in force, and it speaks at once`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        let before = try await daemon.announced("alert.firing", "below 3000 KRW")
        try home.configure(Self.second)
        #expect(try await home.walletctl("reload").status == 0)
        try await daemon.announced("alert.firing", "at or above 2000 KRW", after: before.seq ?? 0)
        #expect(try await daemon.stop() == 0)
        let told = daemon.announcements.map(\.type)
        #expect(told.count { $0 == "alert.firing" } == 2 && told.count { $0 == "config.loaded" } == 2)
    }

    @Test func `walletctl reload of a faulty file says every fault and leaves the old one in force`() async throws {
        let daemon = try await home.start()
        try home.configure(Self.faulty)
        let refusal = try await home.walletctl("reload")
        #expect(refusal.status == 78)
        #expect(refusal.errors.contains("\(home.configuration):11:1: "))
        try await daemon.announced("config.rejected", "nobody")
        #expect(try await home.walletctl("rules").firstColumn == ["low"])
        try home.configure(Self.second)
        #expect(try await home.walletctl("reload").status == 0)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `SIGHUP reloads too, and says every fault in the log`() async throws {
        let daemon = try await home.start()
        try home.configure(Self.second)
        daemon.process.signal(SIGHUP)
        let loaded = try await daemon.announced("config.loaded", after: 2)
        try home.configure(Self.faulty + "[alerts.other]\nsource = \"nobody\"\nabove = \"1 KRW\"\n")
        daemon.process.signal(SIGHUP)
        try await daemon.announced("config.rejected", after: loaded.seq ?? 0)
        try await daemon.logged("\(home.configuration):14:1: ")
        #expect(daemon.errors.contains("\(home.configuration):11:1: "))
        #expect(try await home.walletctl("rules").firstColumn == ["high", "low"])
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a reload without change announces that it happened and nothing else`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        #expect(try await home.walletctl("reload").status == 0)
        #expect(try await daemon.stop() == 0)
        let told = daemon.announcements.map(\.type)
        #expect(told == ["daemon.started", "config.loaded", "alert.firing", "config.loaded", "daemon.stopping"])
    }

    @Test func `many reloads at once are taken one after the other, and the last file is in force`() async throws {
        let daemon = try await home.start()
        try await withThrowingTaskGroup(of: Int32.self) { [home] group in
            for number in 1...8 {
                try home.configure(Home.transit + "[alerts.n\(number)]\nabove = \"\(number) KRW\"\n")
                group.addTask { try await home.walletctl("reload").status }
                daemon.process.signal(SIGHUP)
            }
            for try await status in group { #expect(status == 0) }
        }
        #expect(try await home.walletctl("rules").firstColumn == ["low", "n8"])
        #expect(try await daemon.stop() == 0)
    }

    @Test func `what takes a restart is refused as a fault`() async throws {
        let daemon = try await home.start()
        try home.configure(
            "[daemon]\nsocket = \"FOLDER/other.sock\"\n\n database = \"FOLDER/other.db\"\n" + Home.transit)
        let refusal = try await home.walletctl("reload")
        #expect(refusal.status == 78)
        for place in ["2:1: `socket`", "4:2: `database`"] {
            #expect(
                refusal.errors.contains("\(home.configuration):\(place) in [daemon] changed, which takes a restart"))
        }
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a rule that goes withdraws its alert, one that changes supersedes it`() async throws {
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "transit").status == 0)
        try await daemon.announced("alert.firing")
        try home.configure(Home.transit.replacing("3000 KRW", with: "2600 KRW"))
        #expect(try await home.walletctl("reload").status == 0)
        let superseded = try await daemon.announced("alert.superseded")
        try await daemon.announced("alert.firing", "2600 KRW", after: superseded.seq ?? 0)
        try home.configure(Home.transit.replacing("alerts.low", with: "alerts.renamed"))
        #expect(try await home.walletctl("reload").status == 0)
        let withdrawn = try await daemon.announced("alert.withdrawn")
        try await daemon.announced("alert.firing", "3000 KRW", after: withdrawn.seq ?? 0)
        #expect(try await daemon.stop() == 0)
    }
}
