import Glibc
import Testing
import WalletTestSupport

/// Power cuts while a hundred sources are polled each second: nothing that was committed is lost, told twice over, or
/// told under another number.
@Suite(.timeLimit(.minutes(3)))
struct KillTests {
    private static let kills = 100
    private static let sources = 100
    /// Files that change between two runs.
    private static let changes = 20
    /// Every twentieth source is a plugin.
    private static let pluginStride = 20

    private let home: Home

    init() throws {
        let sources = (0..<Self.sources).map { number in
            let adapter =
                number.isMultiple(of: Self.pluginStride)
                ? "adapter = \"exec\"\ncommand = [\"FOLDER/script\"]"
                : "adapter = \"file\"\npath = \"FOLDER/\(number).csv\""
            return "[sources.s\(number)]\n\(adapter)\nevery = \"1s\"\n"
        }
        home = try Home(
            sources.joined() + """
                [alerts.low]
                below    = "3000 KRW"
                clear_at = "3500 KRW"

                [alerts.high]
                above = "6000 KRW"
                """)
    }

    @Test func `after a hundred kills the database is whole, and every event was told under its one number`()
        async throws
    {
        var generator = SeededGenerator(seed: 20_261_123)
        var told = try await runUntilAllAreRead(&generator)
        for _ in 0..<Self.kills {
            try change(Self.changes, &generator)
            told += try await run(untilKilledBy: &generator)
        }
        let last = try await home.start()
        #expect(try await last.stop() == 0)
        told += last.announcements
        try await expectWhole()
        try await expectTold(told)
    }

    /// The first run is killed as well, but not before there is something to lose.
    private func runUntilAllAreRead(_ generator: inout SeededGenerator) async throws -> [Announcement] {
        for number in 0..<Self.sources { try home.write(csv: "\(number).csv", "card,KRW,2000") }
        try home.plugin(account: "card", krw: "2000")
        let daemon = try await home.start()
        _ = try await daemon.process.progress.first { progress in
            Announcement.all(in: progress.errors).count { $0.type == "alert.firing" } == Self.sources ? true : nil
        }
        try await daemon.kill()
        return daemon.announcements
    }

    /// New balances here and there, so that alerts fire and resolve.
    private func change(_ count: Int, _ generator: inout SeededGenerator) throws {
        for _ in 0..<count {
            let number = Int.random(in: 0..<Self.sources, using: &generator)
            try home.write(csv: "\(number).csv", "card,KRW,\(Int.random(in: 1...9, using: &generator) * 1000)")
        }
        try home.plugin(account: "card", krw: "\(Int.random(in: 1...9, using: &generator) * 1000)")
    }

    /// Kills it at a moment of the generator's choice, sometimes before it serves.
    private func run(untilKilledBy generator: inout SeededGenerator) async throws -> [Announcement] {
        let daemon = RunningDaemon(home: home, process: try home.walletd())
        if Bool.random(using: &generator) { try await daemon.announced("config.loaded") }
        let milliseconds = Int32.random(in: 0...150, using: &generator)
        await OwnThread.run { _ = poll(nil, 0, milliseconds) }
        try await daemon.kill()
        return daemon.announcements
    }

    private func expectWhole() async throws {
        #expect(try await home.sql("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n")
        #expect(try await home.sql("SELECT min(seq) = 1 AND max(seq) = count(*) FROM event") == "1\n")
        // Each alert fires and resolves in turn, beginning with the first.
        let outOfTurn = """
            SELECT count(*) FROM (
              SELECT type, lag(type, 1, 'alert.resolved') OVER (PARTITION BY rule, source, account, asset ORDER BY seq) AS before
              FROM event WHERE type IN ('alert.firing', 'alert.resolved'))
            WHERE type = before
            """
        #expect(try await home.sql(outOfTurn) == "0\n")
        #expect(try await home.sql("SELECT count(*) > 100 FROM event WHERE type = 'alert.resolved'") == "1\n")
        // A span ends before the next one of its holding begins.
        let overlapping = """
            SELECT count(*) FROM (
              SELECT first_seen, lag(last_seen) OVER (PARTITION BY holding_id ORDER BY first_seen) AS before FROM span)
            WHERE first_seen < before
            """
        #expect(try await home.sql(overlapping) == "0\n")
    }

    private func expectTold(_ told: [Announcement]) async throws {
        let stored = try await home.sql("SELECT seq || ' ' || type || ' ' || message FROM event ORDER BY seq")
            .split(separator: "\n").map(String.init)
        let lines = Set(told.compactMap { event in event.seq.map { "\($0) \(event.type) \(event.message)" } })
        #expect(lines.subtracting(stored).isEmpty)
        #expect(Set(stored).subtracting(lines).isEmpty)
    }
}
