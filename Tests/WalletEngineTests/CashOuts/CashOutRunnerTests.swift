import Testing
import WalletCore

@testable import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct CashOutRunnerTests {
    @Test func `what is over the reserve goes once, and the books are even`() async throws {
        let bench = try CashOutBench()
        try await bench.run { running in
            await running.pass(.seconds(10))
            #expect(try await running.reasons() == [])
            let cashOut = try #require(try await running.cashOuts().first)
            #expect(
                try await running.trail(of: cashOut.id)
                    == [.planned, .approved, .prepared, .sending, .settled])
            #expect(cashOut.plan.amount == .won(50_000))
            #expect(cashOut.plan.net == .won(49_500))
            #expect(bench.provider.books == [cashOut.id: 1])
            #expect(try await running.imbalances() == [])
            bench.source.answer(.won(10_000))
            await running.pass(.seconds(86_400 * 2))
            #expect(try await running.states() == [.final])
            #expect(bench.provider.moves == 1)
            #expect(
                try await running.eventTypes().filter { $0.rawValue.hasPrefix("cashout") }
                    == [
                        .cashOutPlanned, .cashOutApproved, .cashOutPrepared, .cashOutSending, .cashOutSettled,
                        .cashOutFinal,
                    ])
        }
    }
}
