import EngineTestSupport
import Synchronization
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// A wallet of tips whose excess goes to a bank: one source, one rule, one provider, all as a test needs them.
final class CashOutBench: Sendable {
    let world: World
    let provider: ScriptedProvider
    let source: ScriptedSource
    private let identities = Mutex<PayoutRoute.Identities?>(.init(destination: "d1", provider: "p1"))

    init(_ promise: ProviderPromise = .both, balance: Int128 = 60_000) throws {
        world = try World()
        provider = ScriptedProvider(promise)
        source = ScriptedSource(.won(balance))
    }

    /// Who gets the value, as it resolves from now on.
    func resolve(as identities: PayoutRoute.Identities?) { self.identities.withLock { $0 = identities } }

    func rule(_ edit: (inout CashOutRule) -> Void = { _ in }) -> CashOutRule {
        var rule = CashOutRule(
            name: "tips", from: [HoldingPattern(source: Glob("tips"))], whenAbove: .won(50_000), to: "my-bank")
        rule.leave = .won(10_000)
        rule.mode = .auto
        rule.confirm = 1
        rule.budget = Budget(amount: .won(1_000_000), fees: .won(100_000), every: .seconds(30 * 86_400))
        edit(&rule)
        return rule
    }

    var acme: Provider {
        var acme = Provider(name: "acme", adapter: "test", identityHash: "p1")
        acme.registration = "02-006-00001"
        acme.verifiedOn = CalendarDate(.start)
        acme.identity = .verified
        acme.processing = ProcessingTime(.seconds(60))
        acme.timeout = .seconds(10)
        acme.reversalWindow = .seconds(3600)
        return acme
    }

    var bank: Destination {
        var bank = Destination(name: "my-bank", provider: "acme", identity: "d1", lastFour: "1234")
        bank.coolingOff = .zero
        return bank
    }

    func setup(
        _ rules: [CashOutRule], destinations: [Destination]? = nil, providers: [Provider]? = nil, limits: Budget? = nil
    ) -> CashOutConfiguration {
        CashOutConfiguration(
            rules: rules, destinations: destinations ?? [bank], providers: providers ?? [acme], limits: limits)
    }

    func configuration(_ setup: CashOutConfiguration? = nil, _ sources: [WatchedSource] = []) -> EngineConfiguration {
        let tips = WatchedSource.polled("tips", source) { $0.withdrawal = .direct }
        var configuration = EngineConfiguration.test([tips] + sources)
        configuration.cashOuts = setup ?? self.setup([rule()])
        var parties = CashOutParties(digest: digest, follow: { _, _ in self.provider })
        for name in configuration.cashOuts.destinations.keys {
            parties.routes[name] = PayoutRoute(
                provider: provider, definition: PayoutRoute.Definition(provider: "p", destination: "d")
            ) { () throws(PortFailure) in
                guard let identities = self.identities.withLock(\.self) else {
                    throw PortFailure(.misconfigured, "the credential is gone")
                }
                return identities
            }
        }
        configuration.parties = parties
        return configuration
    }

    /// FNV-1a: tells texts apart, which is all that a test needs.
    private func digest(_ text: String) -> String {
        String(text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
    }

    /// Runs with all rules confirmed.
    func run(
        _ configuration: EngineConfiguration? = nil, until end: World.End = .stopped,
        _ body: (RunningEngine) async throws -> Void
    ) async throws {
        let configuration = configuration ?? self.configuration()
        try await world.run(configuration, until: end) { running async throws in
            for rule in configuration.cashOuts.rules { try await running.confirm(rule.name) }
            try await body(running)
        }
    }
}

extension RunningEngine {
    func confirm(_ rule: String) async throws {
        try await store.write(at: time.now) { transaction throws(StoreError) in
            guard let revision = try transaction.revision(of: rule) else { return }
            _ = try transaction.consent(to: rule, revision: revision, by: "alice")
        }
    }

    /// All of them, the oldest first.
    func cashOuts() async throws -> [CashOut] {
        try await readers.questions.read { transaction throws(StoreError) in
            try transaction.cashOuts(limit: 100).map(\.cashOut).reversed()
        }
    }

    func states() async throws -> [CashOut.State.Name] { try await cashOuts().map(\.state.name) }

    func trail(of id: String) async throws -> [CashOut.State.Name] {
        try await readers.questions.read { transaction throws(StoreError) in
            guard let stored = try transaction.cashOut(id) else { return [] }
            return try transaction.trail(of: stored).map(\.state)
        }
    }

    func decision(_ rule: String = "tips") async throws -> CashOutDecision? {
        try await readers.questions.read { transaction throws(StoreError) in
            try transaction.decision(about: rule)?.decision
        }
    }

    func reasons(_ rule: String = "tips") async throws -> [CashOutReason.Code] {
        try await decision(rule)?.reasons.map(\.code) ?? []
    }

    /// What all postings together have moved, by asset; each must be nothing.
    func imbalances() async throws -> [Int128] {
        try await readers.questions.read { transaction throws(StoreError) in
            var sums: [Asset: Int128] = [:]
            for stored in try transaction.postings(limit: 10_000) {
                sums[stored.posting.amount.asset, default: 0] += stored.posting.amount.units
            }
            return sums.values.filter { $0 != 0 }
        }
    }
}
