import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// How long what a person asked for waits for an approval.
@Suite(.timeLimit(.minutes(1)))
struct CashOutWaitingTests {
    private static let day = 86_400

    private static let legs = CashOutDemand.What.legs(
        [(HoldingID(source: "tips", account: "card", asset: "KRW"), "20000")], to: "my-bank")

    /// Which, with how long it waits where nobody said how long.
    enum Asked: CaseIterable, Sendable {
        case forLegs
        case forRule

        var demand: CashOutDemand {
            switch self {
            case .forLegs: CashOutDemand(legs)
            case .forRule: CashOutDemand(.rule("tips"))
            }
        }
    }

    private func make(_ demand: CashOutDemand, _ running: RunningEngine) async throws -> CashOut {
        guard case .new(let report) = try await running.engine.commands.newCashOut(demand, by: "alice") else {
            throw EngineError(.conflict, "not a new one")
        }
        return report.cashOut
    }

    @Test(arguments: Asked.allCases)
    func `one that a person asked for waits for a day, and not for ever`(asked: Asked) async throws {
        let bench = try CashOutBench(balance: 40_000)
        try await bench.run { running async throws in
            await running.pass(.seconds(10))
            let made = try await make(asked.demand, running)
            #expect(made.state == .awaitingApproval(until: .after(.seconds(10 + Self.day))))
            await running.leap(.seconds(Self.day - 1))
            #expect(try await running.states() == [.awaitingApproval])
            await running.pass(.seconds(2))
            #expect(try await running.states() == [.abandoned])
            #expect(try await running.events().last { $0.type == .cashOutAbandoned }?.reason == "expired")
            // Its holding is free again after two readings.
            await running.pass(.seconds(180))
            let next = try await make(asked.demand, running)
            _ = try await running.engine.commands.approve(next.id, plan: next.planID, by: "bob")
            await running.pass(.seconds(10))
            #expect(bench.provider.books == [next.id: 1])
        }
    }

    @Test func `one for a rule that says how long it waits waits as long`() async throws {
        let bench = try CashOutBench(balance: 40_000)
        let rule = bench.rule { $0.approveWithin = .seconds(3600) }
        try await bench.run(bench.configuration(bench.setup([rule]))) { running async throws in
            await running.pass(.seconds(10))
            let made = try await make(Asked.forRule.demand, running)
            #expect(made.state == .awaitingApproval(until: .after(.seconds(10 + 3600))))
        }
    }
}
