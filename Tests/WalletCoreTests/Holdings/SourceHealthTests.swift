import Testing
import WalletCore

@Suite struct SourceHealthTests {
    private let broken = PortFailure(.unreachable, "no route")
    private let refused = PortFailure(.refusedCredential, "wrong PIN")

    @Test func `the first failure after success is told, once, and the recovery`() {
        var health = SourceHealth(firstConfigured: .at("0:00"))
        #expect(health.succeed(begun: .at("0:01")) == nil)
        let failure = SourceHealth.Failure(at: .at("0:02"), reason: .unreachable, message: "no route")
        #expect(health.fail(broken, at: .at("0:02")) == .failing(failure))
        #expect(health.fail(broken, at: .at("0:03")) == nil)
        #expect(health.consecutiveFailures == 2)
        #expect(health.lastFailure?.at == .at("0:03"))
        #expect(health.succeed(begun: .at("0:04")) == .recovered(failures: 2))
        #expect(health.consecutiveFailures == 0)
        #expect(health.lastSuccess == .at("0:04"))
        #expect(health.lastFailure?.at == .at("0:03"))
        #expect(health.succeed(begun: .at("0:05")) == nil)
    }

    @Test func `a source that never worked fails once too`() {
        var health = SourceHealth(firstConfigured: .at("0:00"))
        #expect(health.fail(broken, at: .at("0:02")) != nil)
        #expect(health.fail(broken, at: .at("0:03")) == nil)
    }

    @Test func `a refused credential is told instead, also after other failures`() {
        let failure = SourceHealth.Failure(at: .at("0:02"), reason: .refusedCredential, message: "wrong PIN")
        var health = SourceHealth(firstConfigured: .at("0:00"))
        #expect(health.fail(refused, at: .at("0:02")) == .needsAttention(failure))
        #expect(health.needsAttention)

        var failing = SourceHealth(firstConfigured: .at("0:00"))
        _ = failing.fail(broken, at: .at("0:01"))
        #expect(failing.fail(refused, at: .at("0:02")) == .needsAttention(failure))
        #expect(failing.fail(refused, at: .at("0:03")) == nil)
        #expect(failing.succeed(begun: .at("0:04")) == .recovered(failures: 3))
        #expect(!failing.needsAttention)
    }

    @Test func `after a person acted a refusal is news again, another failure is not`() {
        var health = SourceHealth(firstConfigured: .at("0:00"))
        _ = health.fail(refused, at: .at("0:01"))
        health.release()
        #expect(!health.needsAttention)
        #expect(health.fail(broken, at: .at("0:02")) == nil)
        #expect(!health.needsAttention)
        health.release()
        #expect(health.fail(refused, at: .at("0:03")) != nil)
    }

    @Test(arguments: [
        ("", SourceState.neverRead), ("timeout 0:01", .failing), ("misconfigured 0:01", .needsAttention),
        ("read 9:30", .ok), ("read 9:00", .stale), ("read 12:00", .stale), ("read 9:30, timeout 9:45", .failing),
        ("read 8:30, timeout 9:45", .stale), ("read 8:30, refused-credential 9:45", .needsAttention),
        ("refused-credential 9:45, pause 9:50", .paused), ("pause 9:50", .paused), ("read 9:30, pause 9:50", .paused),
    ])
    func `one word tells a person most`(story: String, state: SourceState) {
        var health = SourceHealth(firstConfigured: .at("0:00"))
        for step in story.split(separator: ",") {
            let words = step.split(separator: " ").map(String.init)
            health.happen(words[0], at: .at(words[1]))
        }
        #expect(health.state(staleAfter: .hours(1), now: .at("10:00")) == state)
    }
}

extension SourceHealth {
    fileprivate mutating func happen(_ what: String, at instant: Timestamp) {
        if what == "read" {
            _ = succeed(begun: instant)
        } else if let reason = PortFailure.Reason(rawValue: what) {
            _ = fail(PortFailure(reason, ""), at: instant)
        } else {
            pausedAt = instant
        }
    }
}
