import Glibc
import Testing
import WalletTestSupport

/// What a service manager and walletd say to each other, spoken by the test.
@Suite(.timeLimit(.minutes(1)))
struct SystemdTests {
    private let home: Home
    private let manager: NotifySocket

    init() throws {
        home = try Home.watchingTransit()
        manager = try NotifySocket(in: home.folder)
    }

    @Test func `READY comes once the socket answers, STOPPING with the signal, and STATUS says what it does`()
        async throws
    {
        let daemon = RunningDaemon(home: home, process: try home.walletd(environment: ["NOTIFY_SOCKET": manager.path]))
        let ready = try await manager.message("READY=1")
        #expect(ready.text.contains("\nSTATUS=watching 1 source with 1 rule"))
        #expect(try await home.walletctl("status").status == 0)
        #expect(try await daemon.stop() == 0)
        #expect(manager.messages.value.contains { $0.hasPrefix("STOPPING=1\nSTATUS=") })
        #expect(manager.messages.value.count { $0.contains("READY=1") } == 1)
    }

    @Test func `STOPPING does not wait for a plugin that hangs`() async throws {
        let home = try Home.runningScript("exec 9>'FOLDER/lifeline'; echo >&9; trap '' TERM; sleep 1000")
        let lifeline = try Lifeline(in: home.folder)
        let daemon = try await home.start(environment: ["NOTIFY_SOCKET": manager.path])
        #expect(try await home.walletctl("poll", "plugin").status == 0)
        #expect(await lifeline.hasBegun())
        daemon.process.signal(SIGTERM)
        try await manager.message("STOPPING=1")
        #expect(daemon.process.progress.value.isOver == false)
        #expect(try await daemon.process.end().status == 0)
    }

    @Test func `a reload is told with its time, and its end, whether or not it succeeds`() async throws {
        let daemon = try await home.start(environment: ["NOTIFY_SOCKET": manager.path])
        var next = try await manager.message("READY=1").next
        for text in [Home.transit, "[nonsense"] {
            try home.configure(text)
            daemon.process.signal(SIGHUP)
            let reloading = try await manager.message("RELOADING=1", from: next)
            #expect(reloading.text.contains(/\nMONOTONIC_USEC=\d+/))
            let ready = try await manager.message("READY=1", from: reloading.next)
            #expect(ready.text.contains("STATUS=watching 1 source with 1 rule"))
            next = ready.next
        }
        #expect(try await daemon.stop() == 0)
    }

    @Test func `the watchdog hears of the evaluating loop, in time`() async throws {
        let environment = ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "400000"]
        let daemon = try await home.start(environment: environment)
        var next = 0
        for _ in 1...3 { next = try await manager.message("WATCHDOG=1", from: next).next }
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a watchdog that waits for another process hears nothing`() async throws {
        let environment = ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "400000", "WATCHDOG_PID": "1"]
        let daemon = try await home.start(environment: environment)
        #expect(try await home.walletctl("status").status == 0)
        #expect(try await daemon.stop() == 0)
        #expect(!manager.messages.value.contains { $0.contains("WATCHDOG") })
    }

    @Test func `a start that waits for the database asks for time`() async throws {
        let first = try await home.start()
        #expect(try await first.stop() == 0)
        let lock = try await DatabaseLock(home.database)
        let daemon = RunningDaemon(home: home, process: try home.walletd(environment: ["NOTIFY_SOCKET": manager.path]))
        try await manager.message("EXTEND_TIMEOUT_USEC=30000000")
        #expect(!manager.messages.value.contains { $0.contains("READY=1") })
        try await lock.release()
        try await manager.message("READY=1")
        #expect(try await daemon.stop() == 0)
    }

    @Test func `a socket that was passed is served, and its file stays when walletd ends`() async throws {
        let path = home.folder.path(of: "passed.sock")
        let starter = try RunningProcess(
            ["/usr/bin/systemd-socket-activate", "--listen=\(path)"] + home.passedVariables.map { "--setenv=\($0)" }
                + [BuiltPrograms.walletd, "--config", home.configuration],
            environment: home.environment)
        let daemon = RunningDaemon(home: home, process: starter)
        try await daemon.logged("Listening on \(path)")
        let status = try await Finished(
            [BuiltPrograms.walletctl, "--socket", path, "status"], environment: home.environment)
        #expect(status.status == 0, "\(status.errors)")
        try await daemon.announced("config.loaded")
        #expect(access(home.socket, F_OK) != 0)
        #expect(try await daemon.stop() == 0)
        #expect(access(path, F_OK) == 0)
    }

    @Test func `credentials come from the directory that the service manager made`() async throws {
        let shop = try LoopbackHTTPServer { request, connection in
            let isKnown = request.headers["authorization"] == "Bearer 1234-5678"
            connection.answer(status: isKnown ? "200 OK" : "401 Unauthorized", body: Array(#"{"cents":5}"#.utf8))
            return .keep
        }
        try home.configure(
            """
            \(ShopSource.text(at: "http://127.0.0.1:\(shop.port)/"))
            [alerts.seen]
            at_or_above = "0.00 USD"
            """)
        #expect(mkdir(home.folder.path(of: "credentials"), 0o700) == 0)
        try home.folder.write("credentials/shop-token", "1234-5678\n")
        let directory = ["CREDENTIALS_DIRECTORY": home.folder.path(of: "credentials")]
        let daemon = try await home.start(environment: directory)
        #expect(try await home.walletctl("poll", "shop").status == 0)
        try await daemon.announced("alert.firing", "0.05 USD")
        #expect(try await daemon.stop() == 0)
        #expect(!daemon.errors.contains("1234-5678"))
    }
}
