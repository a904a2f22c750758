import EngineTestSupport
import Glibc
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// The file beside the database, which must know of a send before it happens, cannot be written.
@Suite(.timeLimit(.minutes(1)))
struct CashOutGenerationTests {
    /// In the way of the file.
    private func block(_ bench: CashOutBench) throws -> String {
        let path = bench.world.location.generation + ".new"
        try #require(mkdir(path, 0o700) == 0)
        return path
    }

    private func complaints(_ running: RunningEngine) async throws -> [EventDraft] {
        try await running.events().filter { $0.type == .daemonDegraded }
    }

    @Test func `nothing is sent that the file does not know of, it is said once, and it goes on by itself`()
        async throws
    {
        let bench = try CashOutBench(balance: 1000)
        try await bench.run { running async throws in
            await running.pass(.seconds(5))
            let obstacle = try block(bench)
            bench.source.answer(.won(60_000))
            await running.pass(.seconds(1800))
            #expect(bench.provider.sentKeys == [])
            #expect(try await running.states() == [.prepared])
            let complaint = try #require(try await complaints(running).first)
            #expect(complaint.message.contains("walletd.generation") && complaint.message.contains("sends"))
            #expect(try await complaints(running).count == 1)
            #expect(try await running.engine.questions.status().condition == .degraded)
            let id = try #require(try await running.cashOuts().first?.id)
            let trail = try await running.engine.questions.cashOut(id).trail
            #expect(trail.last?.note?.contains("walletd.generation") == true, "\(trail)")
            try #require(rmdir(obstacle) == 0)
            await running.pass(.seconds(900))
            #expect(bench.provider.books == [id: 1])
            #expect(bench.provider.attempts == [.first])
            #expect(try await running.engine.questions.status().condition == .ok)
            #expect(try await running.imbalances() == [])
        }
    }

    @Test func `a repeat is kept back just so, and what is unknown stays unknown`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.isLost, .pays(.settled))
        bench.provider.status(.hangs, .books)
        try await bench.run { running async throws in
            await running.pass(.seconds(4))
            #expect(try await running.states() == [.unknown])
            let obstacle = try block(bench)
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.unknown])
            #expect(bench.provider.sentKeys.count == 1)
            #expect(try await complaints(running).count == 1)
            try #require(rmdir(obstacle) == 0)
            await running.pass(.seconds(3600))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.attempts == [.first, .repeat])
            #expect(bench.provider.moves == 1)
        }
    }
}
