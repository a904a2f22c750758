import Testing
import WalletCore

@testable import WalletStore

@Suite struct DecisionTests {
    private func decision(_ code: CashOutReason.Code?) -> CashOutDecision {
        var decision = CashOutDecision(rule: "tips")
        decision.plans = [.from("a")]
        if let code { decision.reasons = [CashOutReason(code, "because")] }
        decision.leftOut = [CashOutReason(.debt, "not this one")]
        decision.wanted = [QuoteRequest(legs: decision.plans[0].legs, route: decision.plans[0].route)]
        return decision
    }

    private func record(_ test: TestStore, _ decision: CashOutDecision, at milliseconds: Int64) async throws {
        try await test.write(milliseconds) { transaction throws(StoreError) in try transaction.record(decision) }
    }

    private func held(_ test: TestStore, at milliseconds: Int64) async throws -> StoredDecision? {
        try await test.read { transaction throws(StoreError) in
            try transaction.decision(about: "tips", at: .after(milliseconds))
        }
    }

    @Test func `what held at any time is what was decided last before`() async throws {
        try await TestStore.run { test in
            try await record(test, decision(.debt), at: 10)
            try await record(test, decision(.debt), at: 20)
            try await record(test, decision(nil), at: 30)
            try await record(test, decision(.paused), at: 30)
            #expect(try await held(test, at: 9) == nil)
            #expect(try await held(test, at: 29) == StoredDecision(at: .after(10), decision: decision(.debt)))
            #expect(try await held(test, at: 30) == StoredDecision(at: .after(30), decision: decision(.paused)))
            #expect(try await test.texts("SELECT word FROM decision ORDER BY number") == ["hold", "quote", "hold"])
        }
    }

    @Test func `a clock that was set back does not bring an old decision back`() async throws {
        try await TestStore.run { test in
            try await record(test, decision(.debt), at: 100)
            try await record(test, decision(.paused), at: 50)
            let now = try await test.read { transaction throws(StoreError) in
                try transaction.decision(about: "tips")?.decision
            }
            #expect(now == decision(.paused))
            try await record(test, decision(.paused), at: 60)
            #expect(try await test.texts("SELECT word FROM decision").count == 2)
        }
    }

    @Test func `of old decisions the last stays, so that there is an answer for every later time`() async throws {
        try await TestStore.run { test in
            for (index, code) in [CashOutReason.Code.debt, .paused, .clock, .backoff].enumerated() {
                try await record(test, decision(code), at: Int64(index) * 10)
            }
            for limit in [1, 1, 5] {
                try await test.write(99) { transaction throws(StoreError) in
                    _ = try transaction.prune(olderThan: .after(25), limit: limit)
                }
            }
            #expect(try await held(test, at: 19) == nil)
            #expect(try await held(test, at: 25)?.decision == decision(.clock))
            #expect(try await held(test, at: 30)?.decision == decision(.backoff))
        }
    }
}
