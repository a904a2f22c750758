import Glibc
import Testing
import WalletTestSupport

/// Configurations that cannot be: each is refused at once, with every fault in its place, and nothing is touched.
@Suite(.timeLimit(.minutes(1)))
struct ConfigurationTests {
    @Test(arguments: ["", "\n", "[sources.a]\nadapter = \"fi", "[sources", "\u{0}\u{1}\u{2}", "[[[[[", "a = 1"])
    func `a file that is no configuration is refused with its place`(text: String) async throws {
        try await expectRefusal(Home(text))
    }

    @Test func `bytes that are no text are refused with their place`() async throws {
        let home = try Home("")
        var generator = SeededGenerator(seed: 7)
        try home.folder.write("walletd.toml", (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) })
        try await expectRefusal(home)
    }

    @Test(arguments: [UInt8(0), UInt8(ascii: "#")])
    func `a file of 100 MB is refused without being read into memory`(byte: UInt8) async throws {
        let home = try Home("")
        try home.folder.write("walletd.toml", [UInt8](repeating: byte, count: 100_000_000))
        try await expectRefusal(home)
    }

    @Test func `a file that is not there is refused with its name`() async throws {
        let home = try Home("")
        unlink(home.configuration)
        try await expectRefusal(home)
    }

    @Test func `every fault is reported in one run, in the order of the lines, with the nearest key`() async throws {
        let home = try Home(Self.faulty)
        let lines = try await faults(of: home)
        #expect(lines.map { $0.split(separator: ":").dropFirst().first ?? "" } == ["2", "6", "10", "11", "13", "15"])
        #expect(lines[1].hasSuffix(": unknown key `evry`; did you mean `every`?"))
    }

    @Test func `a configuration that is named by a relative path is known by its full one`() async throws {
        let home = try Home.watchingTransit()
        func inHome(_ words: String) throws -> RunningProcess {
            try RunningProcess(
                ["/bin/sh", "-c", "cd '\(home.folder.path)' && exec \(words)"], environment: home.environment)
        }
        let walletd = try inHome("\(BuiltPrograms.walletd) --config walletd.toml")
        let daemon = RunningDaemon(home: home, process: walletd)
        try await daemon.announced("config.loaded", home.configuration)
        let status = try await home.walletctl("status", "--json")
        #expect(status.output.contains("\"path\":\"\(home.configuration)\""))
        #expect(try await daemon.stop() == 0)
        guard mkdir(home.folder.path(of: "walletd.d"), 0o700) == 0 else { throw SystemCallError("mkdir") }
        try home.folder.write("walletd.d/a.toml", "x = 1")
        let check = try await inHome("\(BuiltPrograms.walletctl) check walletd.toml").end()
        #expect(String(decoding: check.output, as: UTF8.self).hasPrefix("walletd.d/a.toml:1:1: "))
    }

    @Test func `a secret that is not there is named, and so is one that others may read`() async throws {
        let home = try Home(
            """
            [sources.a]
            adapter   = "http"
            url       = "http://127.0.0.1:1/"
            headers   = { X-Absent = { credential = "shop-token" }, X-Open = { file = "FOLDER/open" } }
            account   = { value = "a" }
            asset     = { value = "KRW" }
            available = "/a"
            """)
        try home.folder.write("open", "secret-of-mine", mode: 0o644)
        let lines = try await faults(of: home)
        #expect(lines.count == 2)
        #expect(lines.contains { $0.contains("shop-token") } && lines.contains { $0.contains("FOLDER/open") == false })
        #expect(!lines.joined().contains("secret-of-mine"))
    }

    @Test func `a fault in a drop-in is reported under its name, and drop-ins are put together`() async throws {
        let home = try Home(Home.transit)
        try home.write(csv: "transit.csv", "card-1,KRW,2500")
        #expect(mkdir(home.folder.path(of: "walletd.d"), 0o700) == 0)
        try home.folder.write("walletd.d/20-faulty.toml", "[alerts.gone]\nsource = \"nobody\"\nbelow = \"1 KRW\"\n")
        let lines = try await faults(of: home)
        #expect(lines.count == 1 && lines[0].hasPrefix(home.folder.path(of: "walletd.d/20-faulty.toml:2:1: ")))
        try home.folder.write("walletd.d/20-faulty.toml", "[alerts.more]\nsource = \"transit\"\nbelow = \"9 KRW\"\n")
        let daemon = try await home.start()
        #expect(try await home.walletctl("rules").firstColumn == ["low", "more"])
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a sound configuration is found sound by both programs, and neither touches anything`() async throws {
        let home = try Home.watchingTransit()
        #expect(try await home.walletd("--check-config").end().status == 0)
        #expect(try await home.walletctl("check", home.configuration).status == 0)
        #expect(try home.folder.names(in: "state").isEmpty)
    }

    @Test func `cash-outs are found sound by both programs, and every fault of them is in its place`() async throws {
        let home = try Home(Self.cashOuts)
        try home.folder.write("account", "110-234-567890", mode: 0o600)
        try home.folder.write("payout", "#!/bin/sh\nexit 75\n", mode: 0o700)
        #expect(try await home.walletd("--check-config").end().status == 0)
        let check = try await home.walletctl("check", home.configuration)
        #expect(check.status == 0)
        #expect(check.output.contains("1 source, 0 alerts, 1 cash-out"))
        try home.folder.write("account", "110-234-567890", mode: 0o644)
        let lines = try await faults(of: home)
        #expect(lines.count == 1 && !lines.joined().contains("567890"))
        #expect(lines.first?.contains("walletd.toml:19:") == true)
    }

    private static let cashOuts = """
        [limits]
        budget = { amount = "1000000 KRW", fees = "30000 KRW", every = "30d" }
        [rates.fixed]
        adapter = "fixed"
        as_of   = 2026-11-20
        pairs   = { "BTC/KRW" = "126000000" }
        [sources.tips]
        adapter    = "manual"
        withdrawal = "direct"
        [cashouts.tips]
        from       = ["tips"]
        when_above = "50000 KRW"
        to         = "my-bank"
        mode       = "auto"
        max_fee    = ["5%", "1000 KRW"]
        budget     = { amount = "300000 KRW", fees = "10000 KRW", every = "30d" }
        [destinations.my-bank]
        provider = "acme"
        account  = { file = "FOLDER/account" }
        [providers.acme]
        adapter = "exec"
        command = ["FOLDER/payout"]
        fee     = { percent = "1.5%", minimum = "500 KRW" }
        """

    private static let faulty = """
        [daemon]
        operators = ["nobody-of-this-name"]
        [sources.a]
        adapter = "file"
        path    = "/nowhere.csv"
        evry    = "5m"
        [sources.b]
        adapter = "exec"
        command = ["/bin/true"]
        every   = "-1s"
        timeout = 5
        [alerts.x]
        below   = "3000.5 KRW"
        [alerts.y]
        source  = "nope"
        below   = "1 KRW"
        """

    /// All three ways to ask agree, and the state directory stays empty.
    private func expectRefusal(_ home: Home, _ location: SourceLocation = #_sourceLocation) async throws {
        let lines = try await faults(of: home)
        #expect(!lines.isEmpty, sourceLocation: location)
    }

    private func faults(of home: Home) async throws -> [String] {
        let refusal = try await home.refusal()
        #expect(refusal.status == 78)
        let lines = refusal.errors.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("walletd: hint: ") }
        #expect(lines.allSatisfy { $0.hasPrefix(home.folder.path) && $0.contains(/^\/[^:]+:\d+:\d+: ./) }, "\(lines)")
        let check = try await home.walletd("--check-config").end()
        #expect(check.status == 78)
        #expect(try await home.walletctl("check", home.configuration).status == 78)
        #expect(try home.folder.names(in: "state").isEmpty)
        return lines
    }
}
