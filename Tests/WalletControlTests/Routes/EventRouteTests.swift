import Testing
import WalletAPI

@Suite(.timeLimit(.minutes(10)))
struct EventRouteTests {
    @Test func `events are listed in the order of their numbers`() async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/a/KRW", "2500")
            let page: Page<Event> = try await daemon.value("/v1/events")
            #expect(page.items.map(\.type) == ["daemon.started", "config.loaded", "alert.firing"])
            #expect(page.items.map(\.seq) == [1, 2, 3])
            let fired = try #require(page.items.last)
            #expect(fired.rule == "low")
            #expect(fired.amount == Amount(amount: "2500", asset: "KRW"))
            #expect(fired.limit == Amount(amount: "3000", asset: "KRW"))
            #expect(fired.severity == "warning")
        }
    }

    @Test(
        arguments: [
            ("?after=2", [3]), ("?after=3", []), ("?type=alert.*", [3]),
            ("?type=daemon.started&type=config.*", [1, 2]),
            ("?type=cashout.*", []), ("?since=2026-11-22T10:00:00Z", [1, 2, 3]), ("?since=2026-11-22T10:00:01Z", []),
            ("?since=1h", [1, 2, 3]), ("?since=2026-11-22", [1, 2, 3]),
            ("?since=2026-11-22T19%3A00%3A00%2B09%3A00", [1, 2, 3]),
            ("?since=2026-11-22T19:00:00+09:00", [1, 2, 3]), ("?limit=2", [1, 2]),
        ] as [(String, [Int64])])
    func `events are selected`(query: String, found: [Int64]) async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/a/KRW", "2500")
            let page: Page<Event> = try await daemon.value("/v1/events\(query)")
            #expect(page.items.map(\.seq) == found)
        }
    }

    @Test func `pages of events follow each other`() async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/a/KRW", "2500")
            let first: Page<Event> = try await daemon.value("/v1/events?limit=2")
            let next = try #require(first.next)
            let second: Page<Event> = try await daemon.value("/v1/events?limit=2&cursor=\(next)")
            #expect(second.items.map(\.seq) == [3])
            #expect(second.next == nil)
        }
    }
}
