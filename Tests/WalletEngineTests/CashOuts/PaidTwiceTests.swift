import EngineTestSupport
import Testing
import WalletCore
import WalletStore

@testable import WalletEngine

/// What must never happen, each by the name of what happened to others.
@Suite(.timeLimit(.minutes(1)))
struct PaidTwiceTests {
    @Test func `an answer that was lost is no failure: the provider is asked, and paid once`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.paysSilently)
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.sentKeys.count == 1)
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `a request that was not found is sent again under the same key, and not under another`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.isLost, .paysSilently)
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.sentKeys.count == 2)
            #expect(Set(bench.provider.sentKeys).count == 1)
            #expect(bench.provider.attempts == [.first, .repeat])
            #expect(bench.provider.moves == 1)
        }
    }

    @Test func `not found is not failed: without a promise it stays unknown, and its holding is held`() async throws {
        let bench = try CashOutBench(.lookupOnly)
        bench.provider.run(.isLost)
        try await bench.run { running async throws in
            await running.pass(.seconds(4 * 3600))
            #expect(try await running.states() == [.unknown])
            #expect(try await running.reasons() == [.inFlight])
            #expect(bench.provider.sentKeys.count == 1)
            // Found late: it is settled, not paid again.
            bench.provider.status(.says(ProviderReply(.settled)))
            await running.pass(.seconds(3700))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.sentKeys.count == 1)
            #expect(try await running.imbalances() == [])
        }
    }

    @Test func `a failed status query after a payment is not a failed payment`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.pays(.pending))
        bench.provider.status(.fails(PortFailure(.timeout, "too slow")))
        try await bench.run { running async throws in
            await running.pass(.seconds(3 * 3600))
            #expect(try await running.states() == [.pending])
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `a provider that hangs after it paid is cut off and asked`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.paysAndHangs)
        try await bench.run { running async throws in
            await running.pass(.seconds(300))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.moves == 1)
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `one provider that hangs keeps no other cash-out waiting`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.paysAndHangs, .pays(.settled))
        let second = ScriptedSource(.won(60_000))
        let rules = [
            bench.rule(),
            bench.rule {
                $0.name = "shop"
                $0.from = [HoldingPattern(source: Glob("shop"))]
            },
        ]
        let shop = WatchedSource.polled("shop", second) { $0.withdrawal = .direct }
        try await bench.run(bench.configuration(bench.setup(rules), [shop])) { running async throws in
            await running.pass(.seconds(8))
            #expect(try await running.states().sorted { $0.rawValue < $1.rawValue } == [.sending, .settled])
        }
    }

    @Test func `what came back is not sent again by itself, and takes the consent away`() async throws {
        let bench = try CashOutBench()
        bench.provider.status(.books, .says(ProviderReply(.returned)))
        try await bench.run { running async throws in
            await running.pass(.seconds(1800))
            #expect(try await running.states() == [.returned])
            #expect(try await running.reasons() == [.needsConfirm])
            #expect(bench.provider.sentKeys.count == 1)
            #expect(try await running.imbalances() == [])
        }
    }

    @Test func `a rejection is believed, and tried again later as another intent`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.replied(ProviderReply(.rejected))), .pays(.settled))
        try await bench.run { running async throws in
            await running.pass(.seconds(1800))
            #expect(try await running.states() == [.rejected])
            #expect(try await running.reasons().contains(.backoff))
            await running.pass(.seconds(2400))
            #expect(try await running.states() == [.rejected, .settled])
            #expect(Set(bench.provider.sentKeys).count == 2)
            #expect(bench.provider.moves == 1)
        }
    }

    @Test(arguments: [nil, Duration.seconds(86_400)])
    func `what was surely not sent is tried again with the same key, and has not cooled down`(
        cooldown: Duration?
    ) async throws {
        let bench = try CashOutBench()
        let configuration = bench.configuration(bench.setup([bench.rule { $0.cooldown = cooldown }]))
        let later = SendOutcome.notSent(.temporary(retryAfter: nil), message: "closed at night")
        bench.provider.run(.ends(.notConnected), .ends(later), .pays(.settled))
        try await bench.run(configuration) { running async throws in
            await running.pass(.seconds(120))
            #expect(try await running.states() == [.settled])
            #expect(bench.provider.sentKeys.count == 3)
            #expect(Set(bench.provider.sentKeys).count == 1)
        }
    }

    @Test func `a credential that was refused is not tried until a person has looked`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.ends(.notSent(.refusedCredential)))
        try await bench.run { running async throws in
            await running.pass(.seconds(2 * 3600))
            #expect(try await running.states() == [.abandoned])
            #expect(try await running.reasons().contains(.quoteFailed))
            #expect(bench.provider.sentKeys.count == 1)
        }
    }

    @Test func `what came back while nothing ran is heard of, though its time is over`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.pays(.settled))
        try await bench.run(until: .crashed) { running async throws in
            await running.pass(.seconds(60))
            #expect(try await running.states() == [.settled])
        }
        bench.provider.status(.fails(PortFailure(.unreachable, "no route")), .says(ProviderReply(.returned)))
        bench.world.time.advance(by: .seconds(86_400))
        try await bench.run { running async throws in
            await running.pass(.seconds(600))
            #expect(try await running.states() == [.returned])
            #expect(try await running.imbalances() == [])
        }
    }

    @Test func `a promise that was taken back allows no repeat`() async throws {
        let bench = try CashOutBench()
        bench.provider.run(.paysSilently, .pays(.settled))
        bench.provider.status(.fails(PortFailure(.unreachable, "no route")))
        try await bench.run { running async throws in
            await running.pass(.seconds(60))
            #expect(try await running.states() == [.unknown])
            bench.provider.describe(.lookupOnly)
            try await running.reload(bench.configuration())
            await running.pass(.seconds(60))
            bench.provider.status(.says(ProviderReply(.unknownKey)))
            await running.pass(.seconds(3000))
            #expect(try await running.states() == [.unknown])
            #expect(bench.provider.moves == 1)
            #expect(bench.provider.askedCount > 3)
            bench.provider.status(.books)
            await running.pass(.seconds(3600))
            #expect(try await running.states() == [.settled])
        }
    }
}
