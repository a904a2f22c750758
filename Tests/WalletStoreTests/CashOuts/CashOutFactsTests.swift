import Testing
import WalletCore

@testable import WalletStore

/// What cash-outs are decided from, read at one moment.
@Suite struct CashOutFactsTests {
    private func facts(
        _ test: TestStore, at milliseconds: Int64, window: Duration = .seconds(1000),
        credit: CashOutScope.SourceTerms.Credit = .undated
    ) async throws -> CashOutFacts {
        let scope = CashOutScope(
            sources: [
                "tmoney": CashOutScope.SourceTerms(staleAfter: .seconds(9), withdrawal: .direct, credit: credit)
            ],
            window: window, rateSources: ["ecb": .seconds(86_400)], assets: AssetTable())
        return try await test.read { transaction throws(StoreError) in
            try transaction.cashOutFacts(scope, at: .after(milliseconds))
        }
    }

    @Test func `holdings come with their open cash-out, their hold and the failure of the latest poll`() async throws {
        try await TestStore.run(accounts: "a", "b", "c", "d") { test in
            try await test.plan("c1", .from("a"), approval: .person, at: 1)
            try await test.take(.seekApproval(until: nil), on: "c1", at: 2)
            try await test.plan("c2", .from("b"), at: 3)
            try await test.send("c3", .from("c"), at: 4)
            try await test.end("c3", .settled, at: 5)
            let failure = SourceHealth.Failure(at: .after(6), reason: .timeout, message: "slow")
            try await test.write(6) { transaction throws(StoreError) in
                guard var source = try transaction.source("tmoney") else { return }
                _ = source.health.fail(PortFailure(.timeout, "slow"), at: .after(6))
                try transaction.save(source)
            }
            let holdings = try await facts(test, at: 7).holdings
            #expect(holdings.map(\.id) == ["a", "b", "c", "d"].map(HoldingID.till))
            #expect(holdings.allSatisfy { $0.failure == failure && $0.staleAfter == .seconds(9) })
            #expect(
                holdings.map(\.open) == [
                    HoldingStanding.OpenCashOut(id: "c1", since: .after(1), phase: .awaitingApproval),
                    HoldingStanding.OpenCashOut(id: "c2", since: .after(3), phase: .underWay), nil, nil,
                ])
            #expect(holdings.map { $0.hold?.cashOut } == [nil, nil, "c3", nil])
        }
    }

    @Test func `budgets see what counts within the window, and before it what is open still`() async throws {
        try await TestStore.run(accounts: "a", "b", "c", "d", "e") { test in
            let states: [ProviderReply.State] = [.settled, .pending, .rejected, .settled, .returned]
            for (index, state) in states.enumerated() {
                let account = ["a", "b", "c", "d", "e"][index]
                try await test.send("c\(index)", .from(account), at: Int64(index) * 1000)
                try await test.end("c\(index)", state, at: Int64(index) * 1000)
            }
            let charge = Charge(debits: [.krw(50_000)], costs: [.krw(500)])
            func entry(_ index: Int64) -> LedgerEntry {
                let isOpen = index == 1
                return LedgerEntry(
                    cashOut: isOpen ? "c\(index)" : nil, rule: "tips", prepared: .after(index * 1000), charge: charge,
                    standing: isOpen ? .open : .counts)
            }
            #expect(try await facts(test, at: 5000, window: .seconds(5)).ledger == [0, 1, 3, 4].map(entry))
            #expect(try await facts(test, at: 5000, window: .milliseconds(2500)).ledger == [1, 3, 4].map(entry))
            #expect(try await facts(test, at: 5000, window: .zero).ledger == [1].map(entry))
        }
    }

    @Test func `charges come back in every asset, to the last digit`() async throws {
        try await TestStore.run(accounts: "a") { test in
            let eth = Asset(code: "ETH", scale: 18)
            let charge = Charge(
                debits: [Amount(units: .max, of: eth), .krw(.min)], costs: [Amount(units: 1, of: eth), .zero(of: .usd)])
            try await test.plan("c1", .from("a", rule: nil))
            try await test.take(.approve(plan: "plan-c1", by: .rule), on: "c1")
            try await test.prepare("c1", charging: charge, at: 3)
            let entry = LedgerEntry(cashOut: "c1", rule: nil, prepared: .after(3), charge: charge, standing: .open)
            #expect(try await facts(test, at: 4).ledger == [entry])
        }
    }

    @Test func `credit is as old as the first reading since nothing was left`() async throws {
        try await TestStore.run { test in
            try await test.configure("tmoney")
            func since() async throws -> Timestamp? {
                try await facts(test, at: 99, credit: .dated).holdings.first?.creditSince
            }
            try await test.apply(.won(5, changed: 10, read: 10, id: .till("a")))
            #expect(try await since() == .after(10))
            try await test.apply(.won(7, changed: 20, read: 20, id: .till("a")))
            #expect(try await since() == .after(10))
            try await test.apply(.won(0, changed: 30, read: 30, id: .till("a")))
            #expect(try await since() == nil)
            try await test.apply(
                .won(1, changed: 40, read: 40, id: .till("a")), .won(2, changed: 50, read: 50, id: .till("a")))
            #expect(try await since() == .after(40))
            #expect(try await facts(test, at: 99).holdings.first?.creditSince == nil)
        }
    }

    @Test func `the stop switch and a history that went back stop everything until a person says otherwise`()
        async throws
    {
        try await TestStore.run { test in
            #expect(try await facts(test, at: 0).stops.isEmpty)
            for (time, person) in [(1, "alice"), (2, "bob")] as [(Int64, String)] {
                try await test.write(time) { transaction throws(StoreError) in
                    try transaction.pauseCashOuts(by: person)
                }
            }
            try await test.write { transaction throws(StoreError) in
                try transaction.database.put(.wentBack, "17 1795392000000")
            }
            #expect(
                try await facts(test, at: 3).stops == [
                    .paused(by: "alice", at: .after(1)), .historyWentBack(since: .start),
                ])
            try await test.write(4) { transaction throws(StoreError) in
                try transaction.resumeCashOuts()
                try transaction.acceptHistory()
            }
            #expect(try await facts(test, at: 5).stops.isEmpty)
        }
    }

    @Test func `the latest rates of each source convert, those of sources that are gone do not`() async throws {
        try await TestStore.run { test in
            func rate(_ value: String) throws -> Rate {
                try Rate(base: .usd, quote: .krw, asOf: CalendarDate(.start), value: value)
            }
            let (old, new, foreign) = (try rate("1300"), try rate("1391.20"), try rate("9"))
            try await test.write(1) { transaction throws(StoreError) in
                try transaction.save([old], of: "ecb")
                try transaction.save([foreign], of: "another")
            }
            try await test.write(2) { transaction throws(StoreError) in try transaction.save([new], of: "ecb") }
            let rates = try await test.read { transaction throws(StoreError) in
                try transaction.rates(between: AssetTable())
            }
            #expect(rates.map(\.rate) == [foreign, new])
            let converted = try await facts(test, at: 3).rates.convert(
                Amount(units: 100, of: .usd), to: .krw, rounding: .down)
            #expect(converted.rates == [new])
            try await test.write(3) { transaction throws(StoreError) in try transaction.keepRates(of: ["ecb"]) }
            #expect(try await test.texts("SELECT source FROM rate") == ["ecb"])
        }
    }
}
