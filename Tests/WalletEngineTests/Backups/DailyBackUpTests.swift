import EngineTestSupport
import Testing
import WalletCore
import WalletEngine
import WalletStore
import WalletTestSupport

@Suite(.timeLimit(.minutes(5)))
struct DailyBackUpTests {
    private static let nothing = EngineConfiguration.test(.manual("cards"))

    private func copies(_ world: World) throws -> [String] {
        guard try world.folder.names().contains("backups") else { return [] }
        return try world.folder.names(in: "backups")
    }

    @Test func `the first copy is made a minute after the start, the next ones a day apart`() async throws {
        let world = try World()
        try await world.run(Self.nothing) { running in
            await running.leap(.seconds(59))
            let early = try copies(world)
            #expect(early == [])
            await running.leap(.seconds(1))
            #expect(try copies(world) == ["walletd-2026-11-23T000100Z-daily.db"])
            await running.leap(.seconds(86_399))
            let same = try copies(world)
            #expect(same.count == 1)
            await running.leap(.seconds(1))
            #expect(try copies(world).last == "walletd-2026-11-24T000100Z-daily.db")
            #expect(try copies(world).count == 2)
        }
    }

    @Test func `the newest seven are kept, each a sound database`() async throws {
        let world = try World()
        try await world.run(Self.nothing) { running in
            await running.leap(.seconds(60))
            for _ in 0..<9 { await running.leap(.seconds(86_400)) }
        }
        let names = try copies(world)
        #expect(
            names == (26...30).map { "walletd-2026-11-\($0)T000100Z-daily.db" } + [
                "walletd-2026-12-01T000100Z-daily.db", "walletd-2026-12-02T000100Z-daily.db",
            ])
        for name in names {
            let reader = StoreReader(StoreLocation(database: world.folder.path(of: "backups/\(name)")))
            try await reader.quickCheck()
            await reader.close()
        }
    }

    @Test func `a restart on the same day makes no other copy, one on the next day does`() async throws {
        let world = try World()
        try await world.run(Self.nothing) { await $0.leap(.seconds(60)) }
        try await world.run(Self.nothing) { await $0.leap(.seconds(3600)) }
        #expect(try copies(world).count == 1)
        world.time.advance(by: .seconds(86_400))
        try await world.run(Self.nothing) { await $0.leap(.seconds(60)) }
        #expect(try copies(world).count == 2)
    }

    @Test func `a clock that was set back does not put the copies off`() async throws {
        let world = try World()
        try await world.run(Self.nothing) { await $0.leap(.seconds(60)) }
        world.time.step(by: .seconds(-365 * 86_400))
        try await world.run(Self.nothing) { await $0.leap(.seconds(60)) }
        #expect(try copies(world).count == 2)
    }

    @Test func `where no copy can be made the daemon goes on, and tries again in an hour`() async throws {
        let world = try World()
        let source = ScriptedSource(.won(1))
        try world.folder.write("backups", "in the way")
        try await world.run(.test(.polled("tmoney", source))) { running in
            await running.pass(.seconds(125))
            #expect(source.readCount >= 2)
            #expect(try await running.engine.questions.status().condition == .ok)
            await #expect(throws: EngineError.self) { try await running.engine.commands.backUp() }
            try world.remove("backups")
            await running.leap(.seconds(3600))
            #expect(try copies(world).count == 1)
        }
    }

    @Test func `a copy that is put back is known as older, also one that was streamed`() async throws {
        let world = try World()
        try await world.run(Self.nothing) { running in
            let stream = try await running.engine.commands.backUp()
            #expect(try copies(world) == [])
            var bytes: [UInt8] = []
            while bytes.count < stream.byteCount { bytes += try stream.piece(from: bytes.count) }
            try world.folder.write("copy.db", bytes)
        }
        try world.folder.write("walletd.db", try world.folder.bytes(of: "copy.db"))
        try await world.run(Self.nothing) { running in
            let types = try await running.eventTypes()
            #expect(types.contains(.daemonHistoryWentBack))
        }
    }

    @Test(arguments: [
        "", ".", "..", "a/b", "../x.db", "/tmp/x", ".hidden", "-x", "a b", "a\n", "ä.db", "x.db-wal", "x.db-shm",
        "x.db-journal", "walletd.db.new", "walletd-2026-daily.db", "walletd-1-before-schema-2.db",
        String(repeating: "a", count: 201),
    ])
    func `a name that is no plain one, or one that walletd gives itself, is refused`(name: String) async throws {
        let world = try World()
        try await world.run(Self.nothing) { running in
            await #expect(throws: EngineError.self) { _ = try await running.engine.commands.backUp(named: name) }
        }
        #expect(try copies(world) == [])
    }

    @Test func `a named copy stays, and is not replaced`() async throws {
        let world = try World()
        try await world.run(Self.nothing) { running in
            let (path, bytes) = try await running.engine.commands.backUp(named: "mine-daily.db")
            #expect(path == world.folder.path(of: "backups/mine-daily.db"))
            #expect(try world.folder.bytes(of: "backups/mine-daily.db").count == bytes)
            let again = await #expect(throws: EngineError.self) {
                _ = try await running.engine.commands.backUp(named: "mine-daily.db")
            }
            #expect(again?.code == .conflict)
            await running.leap(.seconds(60))
            for _ in 0..<8 { await running.leap(.seconds(86_400)) }
            #expect(try copies(world).count == 8)
            #expect(try copies(world).first == "mine-daily.db")
        }
    }
}
