import Testing
import WalletCore

@testable import WalletStore

/// What tells of money and of who let it go cannot be edited, whoever tries.
@Suite struct AppendOnlyTests {
    static let edits = [
        "UPDATE transition SET at = 1", "UPDATE transition SET note = 'x'", "DELETE FROM transition",
        "UPDATE posting SET amount = '1 KRW'", "DELETE FROM posting",
        "UPDATE cashout SET plan = '{}'", "UPDATE cashout SET plan_id = 'x'", "UPDATE cashout SET id = 'x'",
        "UPDATE cashout SET rule = NULL", "UPDATE cashout SET destination = 'x'", "DELETE FROM cashout",
        "UPDATE leg SET amount = '1'", "UPDATE leg SET account = 'b'", "DELETE FROM leg",
        "UPDATE request SET reference = 'x'", "UPDATE request SET body = ''", "UPDATE request SET key = 'unlimited'",
        "DELETE FROM request", "UPDATE charge SET debits = '0 KRW'", "UPDATE charge SET prepared_at = 0",
        "DELETE FROM charge", "UPDATE consent SET revision = 'x'", "UPDATE consent SET by = 'x'", "DELETE FROM consent",
        "UPDATE evidence SET finding = '{}'", "DELETE FROM evidence", "UPDATE decision SET reasons = '[]'",
    ]

    @Test(arguments: edits)
    func `an edit is refused`(sql: String) async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.fillLedger()
            #expect(try await test.refusal(of: sql)?.code == .refused)
        }
    }

    @Test func `what is over does not begin again`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.fillLedger()
            #expect(try await test.refusal(of: "UPDATE cashout SET next_at = 5")?.code == .refused)
            try await test.end("c1", .rejected)
            for sql in ["UPDATE cashout SET state = 'prepared'", "UPDATE cashout SET fee = '1 KRW'"] {
                #expect(try await test.refusal(of: sql)?.code == .refused)
            }
        }
    }

    @Test func `a consent that ended does not come back`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.fillLedger()
            try await test.write { transaction throws(StoreError) in
                try transaction.endConsent(to: "tips", because: "x")
            }
            for sql in [
                "UPDATE consent SET ended_at = NULL, ended_because = NULL", "UPDATE consent SET ended_because = 'y'",
            ] {
                #expect(try await test.refusal(of: sql)?.code == .refused)
            }
        }
    }

    static let nonsense = [
        "UPDATE cashout SET state = 'paid'", "UPDATE cashout SET state = 'settled'",
        "UPDATE cashout SET state = 'planned'",
        "UPDATE cashout SET runs = NULL, trace = NULL", "UPDATE cashout SET runs = 0",
        "UPDATE cashout SET ended_at = 1",
        "UPDATE cashout SET is_over = 1", "UPDATE cashout SET message = 'x'", "UPDATE cashout SET fee = '1 KRW'",
        "UPDATE cashout SET lead = 'none'", "UPDATE cashout SET absent_boot = 'x', absent_from = 1",
        "UPDATE charge SET standing = 'gone'", "UPDATE leg SET claim = 'x'",
        "INSERT INTO transition VALUES (99, 0, 'planned', 1, 'rule', NULL, NULL)",
        "INSERT INTO transition VALUES (1, 99, 'planned', 1, 'person', NULL, NULL)",
        "INSERT INTO posting VALUES (1, 99, 1, 'holding', NULL, '1 KRW')",
        "INSERT INTO posting VALUES (1, 99, 1, 'exchange', 'x', '1 KRW')",
        "INSERT INTO consent (rule, revision, by, at) VALUES ('tips', 'r', 'bob', 1)",
        "INSERT INTO consent (rule, revision, by, at) VALUES ('nobody', 'r', 'bob', 1)",
    ]

    @Test(arguments: nonsense)
    func `a state that cannot be is refused`(sql: String) async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.fillLedger()
            #expect(try await test.refusal(of: sql)?.code == .refused)
        }
    }

    @Test func `no reference is ever used for two cash-outs`() async throws {
        try await TestStore.run(accounts: "a", "b") { test in
            try await test.send("c1")
            try await test.plan("c2", .from("b"))
            try await test.take(.approve(plan: "plan-c2", by: .rule), on: "c2")
            let request = CashOutRequest(
                reference: "ref-c1", key: .unlimited, promise: .both, timeout: .seconds(1), reversalWindow: .zero)
            let error = await #expect(throws: StoreError.self) {
                try await test.store.commit(at: .start) { transaction throws(StoreError) in
                    _ = try transaction.prepare(
                        request, as: .acme, charging: Charge(debits: [.krw(1)], costs: [.krw(1)]), on: "c2",
                        in: .after(0))
                }
            }
            #expect(error?.code == .refused)
            #expect(try await test.cashOut("c2").cashOut.state == .approved)
        }
    }
}

extension TestStore {
    /// A cash-out that is being sent, with at least one row in every table that only grows.
    func fillLedger() async throws {
        try await write { transaction throws(StoreError) in
            _ = try transaction.configure(
                ConfiguredCashOuts(revisions: ["tips": "r"], destinations: ["my-bank": "d1"], providers: ["acme": "p1"])
            )
            _ = try transaction.consent(to: "tips", revision: "r", by: "alice")
            try transaction.record(CashOutDecision(rule: "tips"))
        }
        try await send("c1")
        let stored = try await cashOut("c1")
        try await write { transaction throws(StoreError) in
            let evidence = Evidence(id: "e", askedAt: BootTime(boot: "b", elapsed: .zero), .nobodyToAsk)
            try transaction.add(evidence, on: stored)
            try transaction.remember(IdempotencyKey(caller: "0", key: "k", bodyHash: [1]), for: stored)
        }
    }
}
