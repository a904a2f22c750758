import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// The configuration changes while a cash-out is under way.
@Suite(.timeLimit(.minutes(1)))
struct CashOutReloadTests {
    /// The configuration without a part of what the cash-out is made of.
    enum Loss: CaseIterable, Sendable {
        case rule
        case destination
        case provider
    }

    private func configuration(_ bench: CashOutBench, without loss: Loss) -> EngineConfiguration {
        switch loss {
        case .rule: bench.configuration(bench.setup([]))
        case .destination: bench.configuration(bench.setup([], destinations: []))
        case .provider: bench.configuration(bench.setup([], destinations: [], providers: []))
        }
    }

    @Test(arguments: Loss.allCases)
    func `what the configuration loses meanwhile is followed to its end`(loss: Loss) async throws {
        let bench = try CashOutBench()
        bench.provider.run(.pays(.pending))
        bench.provider.status(.says(ProviderReply(.pending)))
        try await bench.run { running async throws in
            await running.pass(.seconds(60))
            #expect(try await running.states() == [.pending])
            try await running.reload(configuration(bench, without: loss))
            bench.provider.status(.books)
            await running.pass(.seconds(4000))
            #expect(try await running.states() == [.final])
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test(arguments: Loss.allCases)
    func `what is not sent yet is given up`(loss: Loss) async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.notConnected))
        try await bench.run { running async throws in
            await running.pass(.seconds(3))
            #expect(try await running.states() == [.prepared])
            let sent = bench.provider.sentKeys.count
            try await running.reload(configuration(bench, without: loss))
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.abandoned])
            #expect(bench.provider.sentKeys.count == sent)
        }
    }

    @Test func `what nobody may ask about is asked again when a person has been at the configuration`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.pays(.pending))
        bench.provider.status(.fails(PortFailure(.refusedCredential, "login expired")))
        try await bench.run { running async throws in
            func attention() async throws -> String? {
                try await running.readers.questions.read { transaction throws(StoreError) in
                    try transaction.providerStandings()["acme"]?.attention?.message
                }
            }
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.pending])
            #expect(try await attention() == "login expired")
            bench.provider.status(.books)
            try await running.reload(bench.configuration())
            await running.pass(.seconds(10))
            #expect(try await running.states() == [.settled])
            #expect(try await attention() == nil)
        }
    }

    @Test func `an account that was swapped under the daemon gets nothing`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.notConnected))
        try await bench.run { running async throws in
            await running.pass(.seconds(3))
            let sent = bench.provider.sentKeys.count
            bench.resolve(as: .init(destination: "d2", provider: "p1"))
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.abandoned])
            #expect(bench.provider.sentKeys.count == sent)
            #expect(try await running.eventTypes().contains(.destinationChanged))
            #expect(try await running.reasons().contains(.needsConfirm))
            #expect(try await running.reasons().contains(.destinationChanged))
        }
    }

    @Test(arguments: [("d2", "p1", "The destination "), ("d1", "p2", "The provider acme of the destination ")])
    func `it is told whether the account or the provider was swapped`(
        destination: String, provider: String, beginning: String
    ) async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.notConnected))
        try await bench.run { running async throws in
            await running.pass(.seconds(3))
            bench.resolve(as: .init(destination: destination, provider: provider))
            await running.pass(.seconds(1200))
            let told = try await running.events().filter { $0.type == .destinationChanged }
            #expect(told.count == 1 && told.first?.message.hasPrefix(beginning) == true)
        }
    }

    @Test func `nothing is sent again to another account`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.isLost)
        bench.provider.status(.fails(PortFailure(.unreachable, "no route")), .books)
        try await bench.run { running async throws in
            await running.pass(.seconds(3))
            #expect(try await running.states() == [.unknown])
            bench.resolve(as: .init(destination: "d2", provider: "p1"))
            await running.pass(.seconds(7200))
            #expect(try await running.states() == [.unknown])
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `a new destination rests, and is announced once`() async throws {
        let bench = try CashOutBench()
        var bank = bench.bank
        bank.coolingOff = .seconds(3600)
        let configuration = bench.configuration(bench.setup([bench.rule()], destinations: [bank]))
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(3000))
            #expect(try await running.reasons() == [.destinationCoolingOff])
            #expect(bench.provider.sentKeys == [])
            try await running.reload(configuration)
            await running.pass(.seconds(700))
            #expect(bench.provider.moves == 1)
            #expect(try await running.eventTypes().filter { $0 == .destinationNew }.count == 1)
        }
    }

    @Test func `an edit of the rule takes its consent away, and it does not come back`() async throws {
        let bench = try CashOutBench()
        bench.source.answer(.won(1000))
        try await bench.run { running async throws in
            await running.pass(.seconds(10))
            try await running.reload(bench.configuration(bench.setup([bench.rule { $0.leave = .won(9000) }])))
            try await running.reload(bench.configuration())
            bench.source.answer(.won(60_000))
            await running.pass(.seconds(600))
            #expect(try await running.reasons() == [.needsConfirm])
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `a provider that nobody checked is told of once, and not used`() async throws {
        let bench = try CashOutBench()
        var acme = bench.acme
        acme.verifiedOn = CalendarDate(.after(.seconds(-400 * 86_400)))
        let configuration = bench.configuration(bench.setup([bench.rule()], providers: [acme]))
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(600))
            try await running.reload(configuration)
            await running.pass(.seconds(600))
            #expect(try await running.reasons() == [.providerCheckDue])
            #expect(try await running.eventTypes().filter { $0 == .providerCheckDue }.count == 1)
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `what waits for approval does not go beyond limits that were lowered and confirmed`() async throws {
        let bench = try CashOutBench()
        let before = bench.configuration(bench.setup([bench.rule { $0.mode = .ask }]))
        try await bench.run(before) { running async throws in
            await running.pass(.seconds(100))
            let asked = try #require(try await running.cashOuts().first)
            let lower = bench.rule {
                $0.mode = .ask
                $0.maxAmount = .won(20_000)
            }
            try await running.reload(bench.configuration(bench.setup([lower])))
            try await running.confirm("tips")
            await running.pass(.seconds(300))
            let refusal = await #expect(throws: EngineError.self) {
                try await running.engine.commands.approve(asked.id, plan: asked.planID, by: "alice")
            }
            guard case .held(let reasons)? = refusal?.code else { throw EngineError(.conflict, "it is not held") }
            #expect(reasons.map(\.code) == [.budgetSpent])
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `what no person approved is not sent by a rule that asks by now`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.notConnected))
        try await bench.run { running async throws in
            await running.pass(.seconds(3))
            #expect(try await running.states() == [.prepared])
            bench.provider.run(.pays(.settled))
            try await running.reload(bench.configuration(bench.setup([bench.rule { $0.mode = .ask }])))
            try await running.confirm("tips")
            await running.pass(.seconds(1200))
            #expect(try await running.states() == [.abandoned, .awaitingApproval])
            #expect(bench.provider.moves == 0)
        }
    }
}
