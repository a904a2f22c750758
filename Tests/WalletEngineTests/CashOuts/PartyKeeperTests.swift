import EngineTestSupport
import Synchronization
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// Providers are asked what they promise, and rates are read.
@Suite(.timeLimit(.minutes(1)))
struct PartyKeeperTests {
    /// Rates as a test last told them, or none.
    private final class ScriptedRates: RateSource {
        private let state = Mutex<(rates: [Rate]?, reads: Int)>((nil, 0))

        var readCount: Int { state.withLock { $0.reads } }

        func tell(_ rates: [Rate]) { state.withLock { $0.rates = rates } }

        func read() async throws(PortFailure) -> [Rate] {
            let rates = state.withLock { state in
                state.reads += 1
                return state.rates
            }
            guard let rates else { throw PortFailure(.unreachable, "no route to host") }
            return rates
        }
    }

    @Test func `a provider says what it promises at the load, and daily`() async throws {
        let bench = try CashOutBench()
        var configuration = bench.configuration(bench.setup([]))
        configuration.sources = []
        try await bench.run(configuration) { running async throws in
            #expect(bench.provider.describedCount == 1)
            await running.pass(.seconds(86_400))
            #expect(bench.provider.describedCount == 2)
            try await running.reload(configuration)
            #expect(bench.provider.describedCount == 3)
        }
    }

    @Test func `a provider that has not said what it promises gets nothing`() async throws {
        let bench = try CashOutBench()
        bench.provider.describe(failing: PortFailure(.unreachable, "no route to host"))
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            let reasons = try await running.decision()?.reasons ?? []
            #expect(reasons.map(\.code) == [.quoteFailed])
            #expect(reasons.first?.message == "acme has not said what it promises: no route to host")
            #expect(reasons.first?.value == "unreachable")
            #expect((2...6).contains(bench.provider.describedCount))
            bench.provider.describe(failing: nil)
            await running.pass(.seconds(3600))
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `one that refuses us is not asked again until a person has reloaded`() async throws {
        let bench = try CashOutBench()
        bench.provider.describe(failing: PortFailure(.refusedCredential, "401"))
        let configuration = bench.configuration()
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(7200))
            #expect(bench.provider.describedCount == 1)
            bench.provider.describe(failing: nil)
            try await running.reload(configuration)
            await running.pass(.seconds(120))
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `one whose promises nobody could check is used by no rule by itself`() async throws {
        let bench = try CashOutBench(.neither)
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.reasons() == [.providerUnverified])
            #expect(bench.provider.sentKeys == [])
        }
    }

    @Test func `a limit in another asset waits for a rate`() async throws {
        let bench = try CashOutBench()
        let rates = ScriptedRates()
        let dollar = Asset(code: "USD", scale: 2)
        let limits = Budget(
            amount: Amount(units: 100_000, of: dollar), fees: Amount(units: 10_000, of: dollar), every: .seconds(86_400)
        )
        var configuration = bench.configuration(bench.setup([bench.rule()], limits: limits))
        configuration.parties?.rates = [
            WatchedRates(name: "bank", source: rates, every: .seconds(3600), staleAfter: nil, fingerprint: [1])
        ]
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(180))
            #expect(try await running.reasons() == [.ratesMissing])
            let reason = try await running.decision()?.reasons.first
            #expect(
                reason?.message == """
                    It cannot be reckoned: there is no rate between KRW and USD. The rate source bank cannot be read \
                    (unreachable): no route to host
                    """)
            let failure = try await running.engine.questions.status().rateFailures["bank"]
            #expect(failure?.reason == .unreachable && failure?.message == "no route to host")
            #expect(failure?.at == .start)
            rates.tell([
                try Rate.parse(
                    pair: "USD/KRW", value: "1391.20", asOf: CalendarDate(.start), assets: AssetTable())
            ])
            await running.pass(.seconds(600))
            #expect(bench.provider.moves == 1)
            #expect((3...5).contains(rates.readCount))
            #expect(try await running.engine.questions.status().rateFailures == [:])
        }
    }

    @Test func `a source of rates that is not configured any more fails no more`() async throws {
        let bench = try CashOutBench()
        var configuration = bench.configuration()
        configuration.parties?.rates = [
            WatchedRates(
                name: "bank", source: ScriptedRates(), every: .seconds(3600), staleAfter: nil, fingerprint: [1])
        ]
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(10))
            #expect(try await running.engine.questions.status().rateFailures.keys.sorted() == ["bank"])
            try await running.reload(bench.configuration())
            #expect(try await running.engine.questions.status().rateFailures == [:])
        }
    }

    @Test func `a budget counts what is on its way, and holds the next`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.pays(.pending))
        bench.provider.status(.says(ProviderReply(.pending)))
        let limits = Budget(amount: .won(80_000), fees: .won(10_000), every: .seconds(86_400))
        let rules = [
            bench.rule(),
            bench.rule {
                $0.name = "shop"
                $0.from = [HoldingPattern(source: Glob("shop"))]
            },
        ]
        let shop = WatchedSource.polled("shop", ScriptedSource(.won(60_000))) { $0.withdrawal = .direct }
        try await bench.run(bench.configuration(bench.setup(rules, limits: limits), [shop])) { running async throws in
            await running.pass(.seconds(300))
            #expect(bench.provider.sentKeys.count == 1)
            #expect(Set(try await running.reasons("shop") + running.reasons("tips")) == [.budgetSpent, .inFlight])
        }
    }
}
