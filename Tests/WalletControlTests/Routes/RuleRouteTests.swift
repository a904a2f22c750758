import Testing
import WalletAPI

@Suite(.timeLimit(.minutes(10)))
struct RuleRouteTests {
    @Test func `a rule says what it decides and why`() async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/a/KRW", "2500")
            let rule: Rule = try await daemon.value("/v1/rules/low")
            #expect(rule.type == "alert")
            #expect(rule.decision == "firing")
            #expect(rule.condition == "below 3000 KRW")
            #expect(rule.since == "2026-11-22T10:00:00Z")
            let reason = try #require(rule.reasons.first)
            #expect(reason.code == "firing")
            #expect(reason.source == "cards")
            #expect(reason.account == "a")
            #expect(reason.value == "2500 KRW")
            #expect(reason.limit == "3000 KRW")
            #expect(reason.clearsWhen != nil)
        }
    }

    @Test func `a rule says also what it had announced before`() async throws {
        try await RunningDaemon.run { daemon in
            try await daemon.record("cards/b/KRW", "2000")
            try await daemon.record("cards/a/KRW", "2500")
            daemon.time.move(by: .seconds(3600))
            try await daemon.record("cards/a/KRW", "9000")
            try await daemon.record("cards/b/KRW", "9000")
            daemon.time.move(by: .seconds(3600))
            let before: Rule = try await daemon.value("/v1/rules/low?at=90m")
            #expect(before.decision == "firing")
            #expect(before.since == "2026-11-22T10:00:00Z")
            #expect(before.reasons.map(\.code) == ["firing", "firing"])
            #expect(before.reasons.map(\.account) == ["a", "b"])
            #expect(before.reasons.first?.value == "2500 KRW")
            #expect(before.reasons.first?.limit == "3000 KRW")
            let after: Rule = try await daemon.value("/v1/rules/low?at=30m")
            #expect(after.decision == "inactive")
            #expect(after.since == "2026-11-22T11:00:00Z")
            #expect(after.reasons.map(\.code) == ["not-met", "not-met"])
            let quiet: Rule = try await daemon.value("/v1/rules/idle?at=30m")
            #expect(quiet.decision == "inactive")
            #expect(quiet.reasons.map(\.code) == ["not-met"])
            #expect(try await daemon.ask("GET", "/v1/rules/low?at=1d").status == 404)
            #expect(try await daemon.ask("GET", "/v1/rules/lo?at=1h").status == 404)
        }
    }

    @Test func `every rule is listed, in name order`() async throws {
        try await RunningDaemon.run { daemon in
            let page: Page<Rule> = try await daemon.value("/v1/rules")
            #expect(page.items.map(\.name) == ["idle", "low"])
            #expect(page.items.map(\.condition) == ["idle for 30d", "below 3000 KRW"])
            #expect(page.items.allSatisfy { $0.reasons.map(\.code) == ["no-match"] })
            let answer = try await daemon.ask("GET", "/v1/rules/lo")
            #expect(answer.status == 404)
        }
    }
}
