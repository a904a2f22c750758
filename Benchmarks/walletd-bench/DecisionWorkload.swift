import WalletCore
import WalletStore

/// Rules over holdings, and a ledger of cash-outs that went through all their states within the budgets' windows.
struct DecisionWorkload {
    private static let asset = Asset(code: "KRW", scale: 0)
    private static let window = Duration.seconds(30 * 86_400)
    private static let promise = ProviderPromise(
        idempotency: .unlimited, lookup: .byKey, absentAfter: .seconds(3600), bundling: .bundles)
    /// Any instant does; the cash-outs come one second after another, and the decision after all of them.
    static let start = Workload.start

    let holdings: Int
    let rules: Int
    /// Cash-outs in the ledger.
    let rows: Int
    /// Cash-outs in a transaction.
    private let batch = 50

    var now: Timestamp { instant(rows) }
    var configuration: CashOutConfiguration { configuration { [HoldingPattern(source: Glob(source(of: $0)))] } }
    /// Every rule takes from every holding.
    var entangled: CashOutConfiguration { configuration { _ in [HoldingPattern(source: Glob("*"))] } }

    var scope: CashOutScope {
        let terms = CashOutScope.SourceTerms(staleAfter: .seconds(3600), withdrawal: .direct)
        return CashOutScope(
            sources: Dictionary(uniqueKeysWithValues: (0..<rules).map { (source(of: $0), terms) }),
            window: DecisionWorkload.window, assets: AssetTable())
    }

    /// Writes what the decision reads; the time for the cash-outs alone is measured.
    func fill(_ store: Store) async throws(StoreError) -> Stopwatch {
        try await store.write(at: DecisionWorkload.start) { transaction throws(StoreError) in try configure(transaction)
        }
        var stopwatch = Stopwatch()
        for first in stride(from: 0, to: rows, by: batch) {
            try await stopwatch.measure { () async throws(StoreError) in
                _ = try await store.commit(at: instant(first)) { transaction throws(StoreError) in
                    for number in first..<min(first + batch, rows) { try pay(number, transaction) }
                }
            }
        }
        try await store.write(at: now) { transaction throws(StoreError) in try settle(transaction) }
        return stopwatch
    }

    private func configure(_ transaction: WriteTransaction) throws(StoreError) {
        let sources = (0..<rules).map { ConfiguredSource(name: source(of: $0), adapter: "file", fingerprint: [1]) }
        _ = try transaction.configure(sources)
        try transaction.apply(
            (0..<holdings).map { HoldingChange(before: nil, after: holding($0, at: DecisionWorkload.start)) })
        let names = (0..<rules).map(name)
        _ = try transaction.configure(
            ConfiguredCashOuts(
                revisions: Dictionary(uniqueKeysWithValues: names.map { ($0, "r1") }),
                destinations: ["my-bank": "d1"], providers: ["acme": "p1"]))
        try transaction.save(DecisionWorkload.promise, of: "acme")
    }

    /// One cash-out from its plan to `settled`.
    private func pay(_ number: Int, _ transaction: WriteTransaction) throws(StoreError) {
        let id = "cashout-\(number)"
        let leg = Leg(self.id(number % holdings), amount(1000))
        let cost = Cost(amount: amount(1000), debit: amount(1000), cost: amount(10), net: amount(990))
        let route = Plan.Route(DecisionWorkload.destination, by: DecisionWorkload.provider)
        let plan = Plan(
            rule: name(number % holdings % rules), legs: [leg], route: route, quote: Quote(fee: amount(10)), cost: cost)
        let cashOut = CashOut(id: id, plan: plan, planID: id, approval: .rule)
        let boot = BootTime(boot: "benchmark", elapsed: .seconds(number))
        let facts = Circumstances(now: transaction.now, boot: boot, randomness: .max)
        _ = try transaction.add(cashOut, cashOut.begin(by: .rule, in: facts))
        try take(.approve(plan: id, by: .rule), on: id, facts, transaction)
        let request = CashOutRequest(
            reference: id, key: .unlimited, promise: DecisionWorkload.promise, timeout: .seconds(60),
            reversalWindow: DecisionWorkload.window)
        let sent = StoredRequest(body: #"{"key":"\#(id)"}"#, hash: [1], provider: "{}", destination: "{}")
        _ = try transaction.prepare(
            request, as: sent, charging: Charge(debits: [cost.debit], costs: [cost.cost]), on: id, in: facts)
        try take(.send, on: id, facts, transaction)
        try take(.ran(.replied(ProviderReply(.settled))), on: id, facts, transaction)
    }

    private func take(
        _ step: CashOut.Step, on id: String, _ facts: Circumstances, _ transaction: WriteTransaction
    ) throws(StoreError) {
        if case .failure(let error) = try transaction.take(step, on: id, in: facts) {
            preconditionFailure("\(id) does not go through: \(error)")
        }
    }

    /// Makes all holdings free, read and confirmed, and the rules agreed to.
    private func settle(_ transaction: WriteTransaction) throws(StoreError) {
        for number in 0..<holdings {
            let before = holding(number, at: DecisionWorkload.start)
            try transaction.apply([HoldingChange(before: before, after: holding(number, at: now))])
            guard var hold = try transaction.hold(of: before.id) else { continue }
            hold.release()
            try transaction.save(hold, of: before.id)
        }
        for rule in 0..<rules {
            _ = try transaction.consent(to: name(rule), revision: "r1", by: "alice")
            for number in stride(from: rule, to: holdings, by: rules) {
                let confirmation = Confirmation(count: 2, since: now, last: now, lastAsOf: nil)
                try transaction.save(confirmation, of: name(rule), on: id(number))
            }
        }
    }

    private func configuration(_ from: (Int) -> [HoldingPattern]) -> CashOutConfiguration {
        let budget = Budget(amount: amount(.max / 4), fees: amount(.max / 4), every: DecisionWorkload.window)
        let rules = (0..<rules).map { number in
            var rule = CashOutRule(name: name(number), from: from(number), whenAbove: amount(5000), to: "my-bank")
            rule.mode = .auto
            rule.budget = budget
            return rule
        }
        return CashOutConfiguration(
            rules: rules, destinations: [DecisionWorkload.destination], providers: [DecisionWorkload.provider],
            limits: budget)
    }

    private static let destination: Destination = {
        var destination = Destination(name: "my-bank", provider: "acme", identity: "d1", lastFour: "1234")
        destination.coolingOff = .zero
        return destination
    }()

    private static let provider: Provider = {
        var provider = Provider(name: "acme", adapter: "exec", identityHash: "p1")
        provider.registration = "02-006-00001"
        provider.verifiedOn = CalendarDate(start)
        provider.identity = .verified
        provider.bundling = .bundles
        return provider
    }()

    private func holding(_ number: Int, at instant: Timestamp) -> Holding {
        let amount = amount(60_000)
        return Holding(
            id: id(number), kind: .prepaid, balance: Holding.KnownBalance(available: amount, total: amount),
            changedAt: DecisionWorkload.start, readAt: instant, standing: .listed)
    }

    private func id(_ number: Int) -> HoldingID {
        HoldingID(source: source(of: number % rules), account: "account-\(number / rules)", asset: "KRW")
    }

    private func amount(_ units: Int128) -> Amount { Amount(units: units, of: DecisionWorkload.asset) }
    private func name(_ rule: Int) -> String { "rule-\(rule)" }
    private func source(of rule: Int) -> String { "source-\(rule)" }
    private func instant(_ position: Int) -> Timestamp { DecisionWorkload.start + .seconds(position + 1) }
}
