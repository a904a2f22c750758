import SQLite
import Testing
import WalletCore

@testable import WalletStore

extension HoldingID {
    static func till(_ account: String) -> HoldingID { HoldingID(source: "tmoney", account: account, asset: "KRW") }
}

extension Amount {
    static func krw(_ units: Int128) -> Amount { Amount(units: units, of: .krw) }
}

extension Plan {
    /// 50,000 won from each account, for a fee of 500 that comes out of it.
    static func from(_ accounts: String..., rule: String? = "tips") -> Plan {
        let amount = Amount.krw(Int128(accounts.count) * 50_000)
        let net = Amount.krw(amount.units - 500)
        return Plan(
            rule: rule, legs: accounts.map { Leg(.till($0), .krw(50_000)) },
            route: Route(
                destination: "my-bank", destinationIdentity: "d1", provider: "acme", providerIdentity: "p1"),
            quote: Quote(fee: .krw(500)), cost: Cost(amount: amount, debit: amount, cost: .krw(500), net: net))
    }
}

extension StoredRequest {
    static let acme = StoredRequest(
        body: #"{"key":"{credential:acme}"}"#, hash: [1, 2, 3], provider: #"{"adapter":"exec"}"#, destination: "{}")
}

extension ProviderPromise {
    static let both = ProviderPromise(
        idempotency: .limited(.seconds(86_400)), lookup: .byKey, absentAfter: .seconds(3600))
}

extension Circumstances {
    static func after(_ milliseconds: Int64) -> Circumstances {
        Circumstances(
            now: .after(milliseconds), boot: BootTime(boot: "first", elapsed: .milliseconds(milliseconds)),
            randomness: .max)
    }
}

extension TestStore {
    /// A new store in which each account holds 60,000 won, read at the start of the test.
    static func run(accounts: String..., body: (TestStore) async throws -> Void) async throws {
        try await run { test in
            try await test.configure("tmoney")
            for account in accounts { try await test.apply(.won(60_000, changed: 0, read: 0, id: .till(account))) }
            try await body(test)
        }
    }

    @discardableResult
    func plan(
        _ id: String, _ plan: Plan = .from("a"), approval: CashOut.Approval = .rule,
        purpose: CashOutPurpose = .rule, at milliseconds: Int64 = 0
    ) async throws -> Committed<StoredCashOut> {
        try await store.commit(at: .after(milliseconds)) { transaction throws(StoreError) in
            let cashOut = CashOut(id: id, plan: plan, planID: "plan-\(id)", approval: approval, for: purpose)
            return try transaction.add(cashOut, cashOut.begin(by: .rule, in: .after(milliseconds)))
        }
    }

    @discardableResult
    func take(
        _ step: CashOut.Step, on id: String, credentials: String? = nil, at milliseconds: Int64 = 0
    ) async throws -> Committed<Result<StoredCashOut, TransitionError>> {
        var facts = Circumstances.after(milliseconds)
        facts.credentials = credentials
        let committed = try await store.commit(at: .after(milliseconds)) { [facts] transaction throws(StoreError) in
            try transaction.take(step, on: id, in: facts)
        }
        _ = try committed.value.get()
        return committed
    }

    @discardableResult
    func prepare(
        _ id: String, _ promise: ProviderPromise = .both, charging charge: Charge? = nil, credentials: String? = nil,
        at milliseconds: Int64 = 0
    ) async throws -> Committed<Result<StoredCashOut, TransitionError>> {
        let facts = Circumstances.after(milliseconds)
        var request = CashOutRequest(
            reference: "ref-\(id)", key: KeyExpiry(promise, preparedAt: facts.boot), promise: promise,
            timeout: .seconds(60), reversalWindow: .seconds(864_000))
        request.credentials = credentials
        let charge = charge ?? Charge(debits: [.krw(50_000)], costs: [.krw(500)])
        return try await store.commit(at: .after(milliseconds)) { [request] transaction throws(StoreError) in
            try transaction.prepare(request, as: .acme, charging: charge, on: id, in: facts)
        }
    }

    /// A planned cash-out that went so far, one millisecond for each step.
    func send(
        _ id: String, _ plan: Plan = .from("a"), credentials: String? = nil, at milliseconds: Int64 = 0
    ) async throws {
        try await self.plan(id, plan, at: milliseconds)
        try await take(.approve(plan: "plan-\(id)", by: .rule), on: id, at: milliseconds)
        try await prepare(id, credentials: credentials, at: milliseconds)
        try await take(.send, on: id, credentials: credentials, at: milliseconds)
    }

    /// One that is proposed to a person, who turns it down.
    func decline(_ id: String, of purpose: CashOutPurpose = .rule, at milliseconds: Int64 = 0) async throws {
        try await plan(id, approval: .person, purpose: purpose, at: milliseconds)
        try await take(.seekApproval(until: nil), on: id, at: milliseconds)
        try await take(.decline(by: "alice", comment: nil), on: id, at: milliseconds)
    }

    func end(_ id: String, _ state: ProviderReply.State, at milliseconds: Int64 = 0) async throws {
        try await take(.ran(.replied(ProviderReply(state))), on: id, at: milliseconds)
    }

    func cashOut(_ id: String) async throws -> StoredCashOut {
        let stored = try await read { transaction throws(StoreError) in try transaction.cashOut(id) }
        return try #require(stored)
    }

    /// Runs a statement as somebody with the sqlite3 shell would; `nil` where the schema refuses it.
    func refusal(of sql: String) async throws -> StoreError? {
        do throws(StoreError) {
            try await write { transaction throws(StoreError) in try transaction.database.execute(sql) }
            return nil
        } catch {
            return error
        }
    }

    /// The first column of each row.
    func texts(_ sql: String) async throws -> [String] {
        try await read { transaction throws(StoreError) in try transaction.database.query(sql) { $0.text(0) } }
    }
}
