import EngineTestSupport
import FoundationEssentials
import Testing
import WalletCore
import WalletStore
import WalletTestSupport

@testable import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct CashOutHistoryTests {
    @Test func `after history went back nothing is sent until an operator accepts it, knowing of which time`()
        async throws
    {
        let bench = try CashOutBench(balance: 40_000)
        try await bench.run { running async throws in await running.pass(.seconds(5)) }
        let database = bench.world.location.database
        let backup = bench.world.folder.path(of: "backup.db")
        try FileManager.default.copyItem(atPath: database, toPath: backup)
        let known = bench.world.time.now
        bench.source.answer(.won(60_000))
        try await bench.run { running async throws in
            await running.pass(.seconds(1200))
            #expect(bench.provider.moves == 1)
        }
        try FileManager.default.removeItem(atPath: database)
        try FileManager.default.moveItem(atPath: backup, toPath: database)
        try await bench.run { running async throws in
            await running.pass(.seconds(1200))
            #expect(bench.provider.moves == 1)
            #expect(try await running.reasons().contains(.historyWentBack))
            #expect(try await running.engine.questions.status().condition == .degraded)
            let held = try await running.engine.commands.resumeCashOuts(.notAccepted, by: "alice")
            #expect(held.reasons.map(\.code) == [.historyWentBack])
            let gap = try #require(held.gap)
            #expect(try #require(gap.from) <= known)
            #expect(gap.until > known)
            let free = try await running.engine.commands.resumeCashOuts(.accepted, by: "alice")
            #expect(free.reasons.isEmpty)
            #expect(free.gap == gap)
            #expect(try await running.engine.commands.resumeCashOuts(.accepted, by: "alice").gap == nil)
            #expect(try await running.eventTypes().filter { $0 == .cashOutsResumed }.count == 1)
            #expect(try await running.engine.questions.status().condition == .ok)
        }
    }

    /// The database as it was before the value moved, with the file beside it that knows better.
    private func goBack(_ bench: CashOutBench, to backup: String) throws {
        let database = bench.world.location.database
        try FileManager.default.removeItem(atPath: database)
        try FileManager.default.moveItem(atPath: backup, toPath: database)
    }

    @Test func `a request that was prepared before history went back is asked about, not sent a second time`()
        async throws
    {
        let bench = try CashOutBench(.lookupOnly)
        bench.provider.run(.ends(.notConnected))
        try await bench.run { running async throws in
            await running.pass(.seconds(4))
            #expect(try await running.states() == [.prepared])
        }
        let backup = bench.world.folder.path(of: "backup.db")
        try FileManager.default.copyItem(atPath: bench.world.location.database, toPath: backup)
        bench.provider.run(.pays(.settled))
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(bench.provider.moves == 1)
        }
        try goBack(bench, to: backup)
        bench.source.answer(.won(10_000))
        try await bench.run { running async throws in
            await running.pass(.seconds(60))
            _ = try await running.engine.commands.resumeCashOuts(.accepted, by: "alice")
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.moves == 1)
            #expect(try await running.imbalances() == [])
        }
    }

    @Test func `what was read before history went back pays nothing out`() async throws {
        let bench = try CashOutBench()
        try await bench.run { running async throws in
            _ = try await running.engine.commands.pauseCashOuts(by: "alice")
            await running.pass(.seconds(1300))
        }
        let backup = bench.world.folder.path(of: "backup.db")
        try FileManager.default.copyItem(atPath: bench.world.location.database, toPath: backup)
        try await bench.run { running async throws in
            _ = try await running.engine.commands.resumeCashOuts(.notAccepted, by: "alice")
            await running.pass(.seconds(60))
            #expect(bench.provider.moves == 1)
        }
        try goBack(bench, to: backup)
        bench.source.answer(.won(10_000))
        try await bench.run { running async throws in
            // Before anything is read: what is stored is from before the value moved.
            _ = try await running.engine.commands.resumeCashOuts(.accepted, by: "alice")
            await running.pass(.seconds(1))
            #expect(bench.provider.moves == 1)
            await running.pass(.seconds(3600))
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `an approval that was asked for before history went back is not given any more`() async throws {
        let bench = try CashOutBench(.neither)
        let configuration = bench.configuration(bench.setup([bench.rule { $0.mode = .ask }]))
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(4))
            #expect(try await running.states() == [.awaitingApproval])
        }
        let backup = bench.world.folder.path(of: "backup.db")
        try FileManager.default.copyItem(atPath: bench.world.location.database, toPath: backup)
        try await bench.run(configuration) { running async throws in
            let cashOut = try #require(try await running.cashOuts().first)
            _ = try await running.engine.commands.approve(cashOut.id, plan: cashOut.planID, by: "alice")
            await running.pass(.seconds(60))
            #expect(bench.provider.moves == 1)
        }
        try goBack(bench, to: backup)
        bench.source.answer(.won(10_000))
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(60))
            _ = try await running.engine.commands.resumeCashOuts(.accepted, by: "alice")
            await running.pass(.seconds(600))
            #expect(try await running.states() == [.abandoned])
            #expect(bench.provider.moves == 1)
        }
    }
}
