import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// The credentials of a provider become another customer's under a cash-out.
@Suite(.timeLimit(.minutes(1)))
struct SwappedCredentialTests {
    private func told(_ running: RunningEngine) async throws -> [EventDraft] {
        try await running.readers.questions.read { transaction throws(StoreError) in
            try transaction.events(after: 0, limit: 1000).map(\.draft)
                .filter { $0.type == .cashOutUnknown && $0.reason == "provider-changed" }
        }
    }

    @Test(arguments: [ProviderPromise.both, .lookupOnly, .idempotentOnly])
    func `what one customer paid is not paid by another who does not know of it`(
        promise: ProviderPromise
    ) async throws {
        let bench = try CashOutBench(promise)
        bench.provider.serve("alice")
        bench.provider.serveAfterRun("bob")
        bench.provider.run(.paysSilently)
        try await bench.run { running async throws in
            await running.pass(.seconds(5 * 3600))
            #expect(try await running.states() == [.unknown])
            #expect(bench.provider.sentKeys.count == 1 && bench.provider.moves == 1)
            #expect(try await told(running).count == 1)
            #expect(try await running.reasons() == [.inFlight])
        }
    }

    @Test func `credentials that come back tell what became of it`() async throws {
        let bench = try CashOutBench()
        bench.provider.serve("alice")
        bench.provider.serveAfterRun("bob")
        bench.provider.run(.paysSilently)
        try await bench.run { running async throws in
            await running.pass(.seconds(5 * 3600))
            bench.provider.serve("alice")
            await running.pass(.seconds(3 * 3600))
            #expect(try await running.states() == [.final])
            #expect(bench.provider.sentKeys.count == 1 && bench.provider.moves == 1)
            #expect(try await told(running).count == 1)
        }
    }

    @Test func `a request that was never sent is given up, and made anew with the credentials in force`() async throws {
        let bench = try CashOutBench()
        bench.provider.serve("alice")
        bench.provider.serveAfterRun("bob")
        bench.provider.run(.ends(.notSent(.temporary(retryAfter: nil))), .pays(.settled))
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.states() == [.abandoned, .settled])
            #expect(Set(bench.provider.sentKeys).count == 2 && bench.provider.moves == 1)
            #expect(try await told(running).isEmpty)
        }
    }
}
