import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// Prices, keys and approvals run out at each point of the way.
@Suite(.timeLimit(.minutes(1)))
struct CashOutExpiryTests {
    private static let outage = PortFailure(.unreachable, "no route to host")

    private func reasons(of type: EventType, _ running: RunningEngine) async throws -> [String?] {
        try await running.events().filter { $0.type == type }.map(\.reason)
    }

    @Test func `a price that runs out before the request is made pays for nothing`() async throws {
        let bench = try CashOutBench()
        bench.provider.quote(expiring: .after(.seconds(120)))
        bench.provider.prepare(failing: Self.outage)
        try await bench.run { running async throws in
            await running.pass(.seconds(100))
            #expect(try await running.states() == [.approved])
            await running.pass(.seconds(60))
            #expect(try await running.states() == [.abandoned])
            #expect(try await reasons(of: .cashOutAbandoned, running) == ["quote-failed"])
            #expect(bench.provider.sentKeys == [])
            bench.provider.prepare(failing: nil)
            bench.provider.quote(expiring: nil)
            await running.pass(.seconds(300))
            #expect(try await running.states() == [.abandoned, .settled])
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `a price that runs out before the request is sent is not paid for`() async throws {
        let bench = try CashOutBench()
        bench.provider.quote(expiring: .after(.seconds(120)))
        bench.provider.run(.ends(.notSent(.temporary(retryAfter: .seconds(150)))), .pays(.settled))
        try await bench.run { running async throws in
            await running.pass(.seconds(100))
            #expect(try await running.states() == [.prepared])
            bench.provider.quote(expiring: nil)
            await running.pass(.seconds(60))
            #expect(try await running.states() == [.abandoned])
            #expect(try await reasons(of: .cashOutAbandoned, running) == ["quote-failed"])
            #expect(bench.provider.sentKeys.count == 1)
            await running.pass(.seconds(300))
            #expect(try await running.states() == [.abandoned, .settled])
            #expect(Set(bench.provider.sentKeys).count == 2)
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `a key that runs out before the request is sent is not used`() async throws {
        let bench = try CashOutBench(ProviderPromise(idempotency: .limited(.seconds(60)), lookup: .byKey))
        bench.provider.run(.ends(.notSent(.temporary(retryAfter: .seconds(90)))), .pays(.settled))
        try await bench.run { running async throws in
            await running.pass(.seconds(45))
            #expect(try await running.states() == [.prepared])
            await running.pass(.seconds(60))
            #expect(try await running.states().first == .abandoned)
            #expect(try await reasons(of: .cashOutAbandoned, running) == ["key-expired"])
            #expect(bench.provider.moves == 0 && bench.provider.sentKeys.count == 1)
            // It is planned anew, as another intent.
            await running.pass(.seconds(300))
            #expect(try await running.states() == [.abandoned, .settled])
            #expect(Set(bench.provider.sentKeys).count == 2)
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `a key that runs out while nobody knows the outcome is only asked about`() async throws {
        let bench = try CashOutBench(ProviderPromise(idempotency: .limited(.seconds(60)), lookup: .byKey))
        bench.provider.run(.isLost)
        bench.provider.status(.fails(Self.outage))
        try await bench.run { running async throws in
            await running.pass(.seconds(90))
            #expect(try await running.states() == [.unknown])
            let asked = bench.provider.askedCount
            bench.provider.status(.books)
            await running.pass(.seconds(6 * 3600))
            #expect(try await running.states() == [.unknown])
            #expect(bench.provider.sentKeys.count == 1)
            #expect(bench.provider.askedCount > asked + 3)
            bench.provider.status(.says(ProviderReply(.settled)))
            await running.pass(.seconds(3700))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `a key that runs out during the run is not sent again by a daemon that starts anew`() async throws {
        let bench = try CashOutBench(ProviderPromise(idempotency: .limited(.seconds(13)), lookup: .byKey))
        bench.provider.run(.paysAndHangs)
        try await bench.run(until: .crashed) { running async throws in
            await running.pass(.seconds(10))
            #expect(try await running.states() == [.sending])
        }
        bench.world.time.advance(by: .seconds(10))
        bench.provider.status(.says(ProviderReply(.unknownKey)))
        try await bench.run { running async throws in
            await running.pass(.seconds(3600))
            #expect(try await running.states() == [.unknown])
            #expect(bench.provider.sentKeys.count == 1)
            #expect(bench.provider.moves == 1)
        }
    }
}
