import Glibc
import Testing
import WalletTestSupport

/// walletd ends within five seconds of SIGTERM, with everything committed, whatever hangs.
@Suite(.timeLimit(.minutes(1)))
struct StopTests {
    private static let stopMax = Duration.seconds(5)

    /// Stops it by the clock of the test.
    private func expectQuickStop(
        of daemon: RunningDaemon, by signal: Int32 = SIGTERM, _ location: SourceLocation = #_sourceLocation
    ) async throws {
        var status: Int32?
        let time = try await ContinuousClock().measure {
            daemon.process.signal(signal)
            status = try await daemon.process.end().status
        }
        #expect(status == 0, sourceLocation: location)
        #expect(time < Self.stopMax, sourceLocation: location)
    }

    /// The database is whole, and the last event is the one that says good-bye.
    private func expectWhole(_ home: Home, _ location: SourceLocation = #_sourceLocation) async throws {
        #expect(
            try await home.sql("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n", sourceLocation: location)
        #expect(
            try await home.sql("SELECT type FROM event ORDER BY seq DESC LIMIT 1") == "daemon.stopping\n",
            sourceLocation: location)
    }

    @Test func `a plugin that hangs and ignores SIGTERM does not hold it up, and none of its processes stays`()
        async throws
    {
        let home = try Home.runningScript(
            "trap '' TERM; exec 9>'FOLDER/lifeline'; (trap '' TERM; sleep 1000) & echo >&9; sleep 1000; wait")
        let lifeline = try Lifeline(in: home.folder)
        let daemon = try await home.start()
        #expect(try await home.walletctl("record", "nobody/x/KRW", "1").status == 1)
        #expect(try await home.walletctl("poll", "plugin").status == 0)
        #expect(try await home.walletctl("poll", "transit").status == 0)
        #expect(await lifeline.hasBegun())
        try await daemon.announced("alert.firing")
        try await expectQuickStop(of: daemon)
        #expect(await lifeline.isFree())
        try await expectWhole(home)
        #expect(try await home.sql("SELECT count(*) FROM event WHERE type = 'alert.firing'") == "1\n")
    }

    @Test func `a service that never answers does not hold it up`() async throws {
        let asked = Awaited(0)
        let shop = try LoopbackHTTPServer { _, connection in
            asked.update { $0 += 1 }
            connection.write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{")
            return connection.peerLeaves(withinMilliseconds: 60_000) ? .close : .keep
        }
        let home = try Home(
            Home.transit + """
                [sources.shop]
                adapter   = "http"
                url       = "\(shop.url())"
                account   = { value = "main" }
                asset     = { value = "USD" }
                available = "/cents"
                """)
        let daemon = try await home.start()
        #expect(try await home.walletctl("poll", "shop").status == 0)
        _ = try await asked.first { $0 > 0 ? true : nil }
        try await expectQuickStop(of: daemon)
        try await expectWhole(home)
    }

    @Test func `clients that follow, that idle and that never read do not hold it up`() async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        let follower = try home.follow()
        _ = try await follower.progress.first { $0.output.isEmpty ? nil : true }
        let idle = try (0..<20).map { _ in try RawClient(home.socket) }
        let deaf = try RawClient(home.socket)
        try deaf.send("GET /v1/events HTTP/1.1\r\nhost: w\r\naccept: text/event-stream\r\n\r\n")
        try await expectQuickStop(of: daemon)
        try await expectWhole(home)
        follower.signal(SIGTERM)
        withExtendedLifetime((idle, deaf)) {}
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `it ends with 0 when asked`(signal: Int32) async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        try await expectQuickStop(of: daemon, by: signal)
        try await expectWhole(home)
    }

    @Test func `a database that a person holds locked does not hold it up`() async throws {
        let home = try Home.watchingTransit()
        let daemon = try await home.start()
        let lock = try await DatabaseLock(home.database)
        try await expectQuickStop(of: daemon)
        try await lock.release()
        #expect(try await home.sql("PRAGMA integrity_check") == "ok\n")
    }

    @Test func `a standard error that nobody reads holds nothing up, and what could not be said is said later`()
        async throws
    {
        let home = try Home.watchingTransit()
        let manager = try NotifySocket(in: home.folder)
        let pipe = try StuckPipe(in: home.folder)
        let process = try RunningProcess(
            ["/bin/sh", "-c", #"exec "$0" "$@" 2> "$STUCK""#, BuiltPrograms.walletd, "--config", home.configuration],
            environment: home.environment.merging(["NOTIFY_SOCKET": manager.path, "STUCK": pipe.path]) { $1 })
        let daemon = RunningDaemon(home: home, process: process)
        try await manager.message("READY=1")
        #expect(try await home.walletctl("poll", "transit").status == 0)
        #expect(try await home.walletctl("events", "--follow", "--json", "--type", "alert.*", until: "alert.firing"))
        try await expectQuickStop(of: daemon)
        let again = try await home.start()
        try await again.announced("alert.firing")
        #expect(again.announcements.first?.seq == 1)
        #expect(try await again.stop() == 0)
    }
}
