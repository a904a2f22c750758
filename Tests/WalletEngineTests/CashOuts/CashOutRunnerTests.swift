import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

@Suite(.timeLimit(.minutes(1)))
struct CashOutRunnerTests {
    @Test func `what is over the reserve goes once, and the books are even`() async throws {
        let bench = try CashOutBench()
        try await bench.run { running async throws in
            await running.pass(.seconds(10))
            let cashOut = try #require(try await running.cashOuts().first)
            #expect(try await running.trail(of: cashOut.id) == [.planned, .approved, .prepared, .sending, .settled])
            #expect(cashOut.plan.amount == .won(50_000))
            #expect(cashOut.plan.net == .won(49_500))
            #expect(bench.provider.books == [cashOut.id: 1])
            bench.source.answer(.won(10_000))
            await running.pass(.seconds(3700))
            #expect(try await running.states() == [.final])
            #expect(bench.provider.moves == 1)
            #expect(try await running.imbalances() == [])
            #expect(try await running.eventTypes().filter { $0.rawValue.hasPrefix("cashout") } == .wholeLife)
        }
    }

    @Test func `a rule that only says what it would do says it once, and moves nothing`() async throws {
        let bench = try CashOutBench()
        try await bench.run(bench.configuration(bench.setup([bench.rule { $0.mode = .dryRun }]))) {
            running async throws in
            await running.pass(.seconds(1800))
            #expect(try await running.reasons() == [.dryRun])
            #expect(try await running.decision()?.plans.first?.amount == .won(50_000))
            #expect(try await running.cashOuts() == [])
            #expect(try await running.eventTypes().filter { $0 == .cashOutPlanned }.count == 1)
            #expect(bench.provider.quotedCount <= 3)
        }
    }

    @Test func `a rule that only says what it would do says all of it`() async throws {
        let bench = try CashOutBench()
        bench.source.answer(.reading(.won(["a": 50_000, "b": 40_000])))
        try await bench.run(bench.configuration(bench.setup([bench.rule { $0.mode = .dryRun }]))) {
            running async throws in
            await running.pass(.seconds(1800))
            #expect(try await running.decision()?.plans.count == 2)
            #expect(try await running.eventTypes().filter { $0 == .cashOutPlanned }.count == 2)
        }
    }

    @Test func `what nobody confirmed goes nowhere`() async throws {
        let bench = try CashOutBench()
        try await bench.world.run(bench.configuration()) { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.reasons() == [.needsConfirm])
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `a price that had ended when it came is not asked for over and over`() async throws {
        let bench = try CashOutBench()
        bench.provider.quote(expiring: .start)
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.reasons() == [.quoteFailed])
            #expect((2...10).contains(bench.provider.quotedCount))
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `what is too dear is told once, however often its price expires`() async throws {
        let bench = try CashOutBench()
        let rule = bench.rule { $0.maxFee.amount = .won(499) }
        try await bench.run(bench.configuration(bench.setup([rule]))) { running async throws in
            func stored() async throws -> Timestamp? {
                try await running.readers.questions.read { transaction throws(StoreError) in
                    try transaction.decision(about: "tips")?.at
                }
            }
            await running.pass(.seconds(60))
            #expect(try await running.reasons() == [.feeTooHigh])
            let since = try await stored()
            await running.pass(.seconds(7200))
            #expect(try await stored() == since)
            #expect((3...10).contains(bench.provider.quotedCount))
            bench.provider.quote(fee: .won(400))
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.settled])
        }
    }

    @Test func `what a person turned down is not proposed again at once, unless the rule is confirmed again`()
        async throws
    {
        let bench = try CashOutBench()
        let rule = bench.rule { $0.mode = .ask }
        try await bench.run(bench.configuration(bench.setup([rule]))) { running async throws in
            func decline() async throws {
                let last = try #require(try await running.cashOuts().last)
                _ = try await running.engine.commands.reject(last.id, comment: nil, by: "alice")
            }
            await running.pass(.seconds(60))
            try await decline()
            await running.pass(.seconds(1800))
            #expect(try await running.states() == [.abandoned])
            #expect(try await running.reasons() == [.coolingDown])
            await running.pass(.seconds(2400))
            #expect(try await running.states() == [.abandoned, .awaitingApproval])
            try await decline()
            await running.pass(.seconds(3600))
            #expect(try await running.states() == [.abandoned, .abandoned])
            try await running.confirm("tips")
            await running.pass(.seconds(120))
            #expect(try await running.states() == [.abandoned, .abandoned, .awaitingApproval])
        }
    }

    @Test func `one that a person must approve is not sent before, and is given up when its time is over`() async throws
    {
        let bench = try CashOutBench()
        let rule = bench.rule {
            $0.mode = .ask
            $0.approveWithin = .seconds(3600)
        }
        try await bench.run(bench.configuration(bench.setup([rule]))) { running async throws in
            await running.pass(.seconds(3000))
            #expect(try await running.states() == [.awaitingApproval])
            #expect(try await running.reasons() == [.awaitingApproval])
            await running.pass(.seconds(700))
            #expect(try await running.states().first == .abandoned)
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `a second cash-out waits for two readings after the first, and for the balance to drop`() async throws {
        let bench = try CashOutBench()
        try await bench.run { running async throws in
            // The provider says that it paid, and the balance stays.
            await running.pass(.seconds(1800))
            #expect(bench.provider.moves == 1)
            #expect(try await running.reasons() == [.balanceLags])
            // It drops, and is over the threshold again.
            bench.source.answer(.won(10_000))
            await running.pass(.seconds(120))
            #expect(try await running.reasons().contains(.belowThreshold))
            bench.source.answer(.won(70_000))
            await running.pass(.seconds(120))
            #expect(bench.provider.moves == 2)
            #expect(Set(bench.provider.books.values) == [1])
        }
    }

    @Test func `two rules on one holding do not both take it`() async throws {
        let bench = try CashOutBench()
        let rules = [bench.rule(), bench.rule { $0.name = "zeal" }]
        try await bench.run(bench.configuration(bench.setup(rules))) { running async throws in
            await running.pass(.seconds(300))
            #expect(try await running.cashOuts().map(\.plan.rule) == ["tips"])
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `a failed poll begins the count of readings anew`() async throws {
        let bench = try CashOutBench()
        bench.source.answer(.won(60_000), .won(60_000), .fails(.unreachable), .won(60_000))
        let rule = bench.rule { $0.confirm = 3 }
        try await bench.run(bench.configuration(bench.setup([rule]))) { running async throws in
            await running.pass(.seconds(200))
            #expect(bench.provider.sentKeys == [])
            #expect(try await running.reasons() == [.notConfirmed])
            await running.pass(.seconds(150))
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `no price, no cash-out; it is asked again, not at every reading`() async throws {
        let bench = try CashOutBench()
        bench.provider.quote(failing: PortFailure(.unreachable, "no route to host"))
        try await bench.run { running async throws in
            await running.pass(.seconds(1200))
            #expect(try await running.reasons() == [.quoteFailed])
            #expect((2...8).contains(bench.provider.quotedCount))
            bench.provider.quote(failing: nil)
            await running.pass(.seconds(3600))
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `a provider that does not answer is not asked the price of each holding`() async throws {
        let bench = try CashOutBench()
        let accounts = (1...6).map { "a\($0)" }
        bench.source.answer(.reading(.won(Dictionary(uniqueKeysWithValues: accounts.map { ($0, 50_000) }))))
        bench.provider.quote(failing: PortFailure(.rateLimited, "429", retryAfter: .seconds(3000)))
        try await bench.run { running async throws in
            await running.pass(.seconds(2400))
            #expect(bench.provider.quotedCount == 1)
            #expect(try await running.reasons() == Array(repeating: .quoteFailed, count: accounts.count))
            bench.provider.quote(failing: nil)
            await running.pass(.seconds(1200))
            #expect(bench.provider.moves == accounts.count)
        }
    }
}

extension [EventType] {
    static let wholeLife: [EventType] = [
        .cashOutPlanned, .cashOutApproved, .cashOutPrepared, .cashOutSending, .cashOutSettled, .cashOutFinal,
    ]
}
