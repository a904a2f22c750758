import Testing
import WalletAPI
import WalletCore

@Suite(.timeLimit(.minutes(10)))
struct SourceRouteTests {
    @Test func `sources are listed in name order, page by page`() async throws {
        try await RunningDaemon.run { daemon in
            let all: Page<Source> = try await daemon.value("/v1/sources")
            #expect(all.items.map(\.name) == ["cards", "points", "tmoney"])
            #expect(all.next == nil)
            let first: Page<Source> = try await daemon.value("/v1/sources?limit=2")
            #expect(first.items.map(\.name) == ["cards", "points"])
            let next = try #require(first.next)
            let second: Page<Source> = try await daemon.value("/v1/sources?limit=2&cursor=\(next)")
            #expect(second.items.map(\.name) == ["tmoney"])
            #expect(second.next == nil)
        }
    }

    @Test func `a source says how it is read`() async throws {
        try await RunningDaemon.run { daemon in
            let source: Source = try await daemon.value("/v1/sources/tmoney")
            #expect(source.adapter == "exec")
            #expect(source.state == "never-read")
            #expect(source.quota == Source.QuotaLeft(limit: 1, window: "24h", left: 1))
            #expect(source.lastFailure == nil)
        }
    }

    @Test func `a source that is polled by hand is read, until its quota is spent`() async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("POST", "/v1/sources/tmoney/poll")
            #expect(answer.status == 202)
            try await daemon.balance(of: "tmoney")
            daemon.time.move(by: .seconds(60))
            let refused = try await daemon.ask("POST", "/v1/sources/tmoney/poll")
            #expect(refused.status == 429)
            #expect(refused.headers["retry-after"] == "86340")
            let problem: Problem = try refused.value()
            #expect(problem.code == .quotaSpent)
            #expect(problem.retryAt == "2026-11-23T10:00:00Z")
            let source: Source = try await daemon.value("/v1/sources/tmoney")
            #expect(source.state == "ok")
            #expect(source.lastSuccess == "2026-11-22T10:00:00Z")
            #expect(source.quota?.left == 0)
        }
    }

    @Test func `a source is paused and resumed`() async throws {
        try await RunningDaemon.run { daemon in
            let paused: Source = try await daemon.ask("POST", "/v1/sources/tmoney/pause").value()
            #expect(paused.state == "paused")
            #expect(paused.nextPoll == nil)
            let resumed: Source = try await daemon.ask("POST", "/v1/sources/tmoney/resume", body: "{}").value()
            #expect(resumed.state != "paused")
        }
    }

    @Test(arguments: ["poll", "pause", "resume"])
    func `what is not there or not polled is refused`(verb: String) async throws {
        try await RunningDaemon.run { daemon in
            let missing = try await daemon.ask("POST", "/v1/sources/nothing/\(verb)")
            #expect(missing.status == 404)
            #expect(try missing.value(Problem.self).code == .notFound)
            let manual = try await daemon.ask("POST", "/v1/sources/cards/\(verb)")
            #expect(manual.status == 409)
            #expect(try manual.value(Problem.self).code == .conflict)
        }
    }

    @Test func `what goes with a call that needs nothing is refused`() async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("POST", "/v1/sources/tmoney/pause", body: #"{"until":"tomorrow"}"#)
            #expect(answer.status == 400)
            #expect(try answer.value(Problem.self).detail == "unknown field `until`")
            let source: Source = try await daemon.value("/v1/sources/tmoney")
            #expect(source.state == "never-read")
        }
    }
}
