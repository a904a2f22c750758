import Testing
import WalletCore

@Suite struct EventWordingTests {
    private static let firing = AlertState.Firing(id: "a", since: .at("0:00"), announcedAt: .at("0:00"))
    private let low = AlertRule(name: "low", condition: .below(.krw(3000)))
    private let now = Timestamp.at("52:00")

    @Test(arguments: [
        (
            AlertCondition.below(.krw(3000)), AlertAnnouncement.fired(firing),
            "tmoney/card-1 has 2500 KRW, below 3000 KRW."
        ),
        (.atOrBelow(.krw(2500)), .fired(firing), "tmoney/card-1 has 2500 KRW, at or below 2500 KRW."),
        (.above(.krw(2000)), .repeated(firing), "Still: tmoney/card-1 has 2500 KRW, above 2000 KRW."),
        (.atOrAbove(.krw(9000)), .resolved(firing), "tmoney/card-1 has 2500 KRW, no longer at or above 9000 KRW."),
        (.idleFor(.days(2)), .fired(firing), "tmoney/card-1 has 2500 KRW, unchanged for 2d 4h."),
        (.idleFor(.days(2)), .resolved(firing), "tmoney/card-1 changed, and has 2500 KRW now."),
        (
            .below(.krw(3000)), .withdrawn(firing, .otherKind),
            "The alert low for tmoney/card-1 was withdrawn: its rule no longer selects it."
        ),
        (
            .below(.krw(3000)), .withdrawn(firing, .offLists),
            "The alert low for tmoney/card-1 was withdrawn: it has been at zero or unknown for 90d."
        ),
        (
            .below(.krw(3000)), .superseded(firing),
            "The alert low for tmoney/card-1 ended because its rule changed."
        ),
    ])
    func `each step of an alert is one sentence`(
        condition: AlertCondition, announcement: AlertAnnouncement, message: String
    ) {
        let rule = AlertRule(name: "low", condition: condition)
        #expect(EventDraft(announcement, by: rule, on: holding(), at: now).message == message)
    }

    @Test func `an alert's event has all that applies`() {
        var rule = low
        rule.severity = .critical
        rule.sustained = .minutes(10)
        let event = EventDraft(.fired(Self.firing), by: rule, on: holding(), at: now)
        #expect(event.message == "tmoney/card-1 has 2500 KRW, below 3000 KRW, for 10m now.")
        #expect(event.type == .alertFiring)
        #expect(event.severity == .critical)
        #expect(event.rule == "low")
        #expect(event.source == "tmoney")
        #expect(event.account == "card-1")
        #expect(event.asset == "KRW")
        #expect(event.amount == .krw(2500))
        #expect(event.limit == .krw(3000))
        #expect(event.reason == nil)
        let withdrawn = EventDraft(.withdrawn(Self.firing, .otherKind), by: rule, on: holding(), at: now)
        #expect(withdrawn.reason == "other-kind")
        #expect(withdrawn.severity == .critical)
    }

    @Test func `a debt is owed`() {
        let debt = holding { $0.kind = .carrierBilling }
        #expect(
            EventDraft(.fired(Self.firing), by: low, on: debt, at: now).message
                == "tmoney/card-1 owes 2500 KRW, below 3000 KRW.")
    }

    @Test func `a source that was not read is told without account and amount`() {
        let rule = AlertRule(name: "quiet", condition: .staleFor(.days(2)))
        var health = SourceHealth(firstConfigured: .at("0:00"))
        let message = { (announcement: AlertAnnouncement, health: SourceHealth) in
            let settings = SourceSettings(name: "tmoney", adapter: "exec", every: .hours(1), staleAfter: .hours(3))
            let facts = SourceFacts(settings: settings, health: health, tries: .someSinceStart, holdings: [])
            let event = EventDraft(announcement, by: rule, on: .source(facts), at: now)
            #expect(event.account == nil && event.asset == nil && event.amount == nil && event.limit == nil)
            return event.message
        }
        #expect(
            message(.fired(Self.firing), health) == "tmoney has never been read since it was configured 2d 4h ago.")
        health.lastSuccess = .at("1:30")
        #expect(message(.fired(Self.firing), health) == "tmoney has not been read for 2d 2h.")
        #expect(message(.repeated(Self.firing), health) == "Still: tmoney has not been read for 2d 2h.")
        #expect(message(.resolved(Self.firing), health) == "tmoney was read again.")
    }

    @Test func `a rule or source that is gone needs no facts`() {
        let key = AlertKey(rule: "low", subject: AlertSubject(Holding.card().id))
        let event = EventDraft.withdrawn(key, because: .ruleRemoved, severity: .warning, at: now)
        #expect(event.message == "The alert low for tmoney/card-1 was withdrawn: its rule was removed.")
        #expect(event.reason == "rule-removed")
    }

    @Test func `a source's events say the cause and what to do`() {
        let failure = SourceHealth.Failure(at: now, reason: .unreachable, message: "no route to api.example.")
        let failing = EventDraft(.failing(failure), of: "shop", at: now)
        #expect(failing.message == "Reading shop failed: no route to api.example. It is tried again.")
        #expect(failing.type == .sourceFailing)
        #expect(failing.severity == .warning)
        #expect(failing.reason == "unreachable")
        #expect(failing.source == "shop")

        let refused = SourceHealth.Failure(at: now, reason: .refusedCredential, message: "")
        #expect(
            EventDraft(.needsAttention(refused), of: "shop", at: now).message
                == "shop needs attention: refused-credential. It is not read again until its configuration or "
                + "credential changes, or `walletctl poll shop` is run.")

        let recovered = EventDraft(.recovered(failures: 3), of: "shop", at: now)
        #expect(recovered.message == "shop can be read again, after 3 failed tries.")
        #expect(recovered.severity == .info)
    }

    @Test func `the daemon's events are sentences too`() {
        #expect(EventDraft.clockStep(by: .seconds(-5400), at: now).message == "The clock was set back by 1h 30m.")
        #expect(EventDraft.clockStep(by: .hours(26), at: now).message == "The clock was set forward by 1d 2h.")
        #expect(EventDraft.started(version: "1.0.0", at: now).message == "walletd 1.0.0 started.")
        #expect(
            EventDraft.configurationRejected("/etc/w.toml", faults: ["/etc/w.toml:1:2: bad", "b", "c"], at: now).message
                == "The configuration /etc/w.toml was rejected, the one in force stays: /etc/w.toml:1:2: bad "
                + "(and 2 more).")
        let degraded = EventDraft.degraded(cause: "The disk is full.", reason: "full", at: now)
        #expect(
            degraded.message == "walletd cannot store anything: The disk is full. It goes on reading its sources and "
                + "tries again.")
        #expect(degraded.severity.priority == 2)
        #expect(degraded.reason == "full")
    }

    @Test func `every type has a journal id of its own`() {
        let ids = EventType.allCases.map(\.messageID)
        #expect(Set(ids).count == EventType.allCases.count)
        #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy { $0.isHexDigit && !$0.isUppercase } })
        #expect(Severity.allCases.map(\.priority) == [6, 4, 2])
    }

    @Test(arguments: [
        (Duration.zero, "0s"), (.milliseconds(250), "250ms"), (.seconds(90), "1m 30s"), (.minutes(10), "10m"),
        (.hours(24), "1d"), (.seconds(90_061), "1d 1h"), (.seconds(86_460), "1d"), (.days(400), "400d"),
        (.seconds(-60), "1m"),
    ])
    func `a duration is said in its two largest units`(duration: Duration, words: String) {
        #expect(duration.wording == words)
    }

    private func holding(_ change: (inout Holding) -> Void = { _ in }) -> SubjectFacts {
        .holding(HoldingFacts(.card(change), staleAfter: .days(30)))
    }
}
