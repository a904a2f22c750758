import WalletCore

extension CashOutReasonRow {
    static let route = [
        CashOutReasonRow(.destinationChanged, "another account than on record") {
            $0.sight = FirstSight(identity: "bank-0", since: .at("0:00"))
        },
        CashOutReasonRow(.destinationCoolingOff, "seen less than a day ago") {
            $0.sight = FirstSight(identity: "bank-1", since: .at("12:01"))
        },
        CashOutReasonRow(.destinationCoolingOff, "the provider changed less than a day ago") {
            $0.providerStanding.sight = FirstSight(identity: "acme-1", since: .at("12:01"))
        },
        CashOutReasonRow(.providerChanged, "another command than on record") {
            $0.providerStanding.sight = FirstSight(identity: "acme-0", since: .at("0:00"))
        },
    ]

    static let trust = [
        CashOutReasonRow(.providerUnverified, "no registration") { $0.provider.registration = nil },
        CashOutReasonRow(.providerUnverified, "never verified") { $0.provider.verifiedOn = nil },
        CashOutReasonRow(.providerUnverified, "verified on a day to come") {
            $0.provider.verifiedOn = CalendarDate(year: 2027, month: 12, day: 1)
        },
        CashOutReasonRow(.providerUnverified, "in auto, nobody could tell what became of a request") {
            $0.providerStanding.promise = ProviderPromise()
        },
        CashOutReasonRow(.providerCheckDue, "checked more than a year ago") {
            $0.provider.verifiedOn = CalendarDate(year: 2026, month: 1, day: 15)
        },
        CashOutReasonRow(.providerExpensive, "more than 15 percent") {
            $0.quote = { _ in .quoted(Quote(fee: .krw(8251))) }
        },
        CashOutReasonRow(.identityMissing, "pending") { $0.provider.identity = .pending },
        CashOutReasonRow(.identityMissing, "rejected") { $0.provider.identity = .rejected },
        CashOutReasonRow(.identityExpired, "ended yesterday") {
            $0.provider.identityUntil = CalendarDate(year: 2027, month: 1, day: 15)
        },
    ]

    /// What keeps a rule from proposing anything, and not what it proposed before.
    static let declines = [
        CashOutReasonRow(.coolingDown, "a person turned the last plan down less than an hour ago") {
            $0.standing.declines = Setbacks(inARow: 1, last: .at("35:01"))
        },
        CashOutReasonRow(.coolingDown, "persons turned two plans down, the last less than two hours ago") {
            $0.standing.declines = Setbacks(inARow: 2, last: .at("34:01"))
        },
    ]

    static let modes = [
        CashOutReasonRow(.coolingDown, "sent less than a day ago") {
            $0.rule.cooldown = .days(1)
            $0.standing.lastSent = .at("12:01")
        },
        CashOutReasonRow(.backoff, "rejected less than an hour ago") {
            $0.standing.rejections = Setbacks(inARow: 1, last: .at("35:01"))
        },
        CashOutReasonRow(.paused, "the stop switch") {
            $0.facts.stops = [.paused(by: "alice", at: .at("35:00"))]
        },
        CashOutReasonRow(.paused, "the database is not checked yet") {
            $0.facts.stops = [.unsound("the database is being checked", since: .at("35:00"))]
        },
        CashOutReasonRow(.clock, "behind") { $0.facts.stops = [.clock(.behind(.at("37:00")), since: .at("36:00"))] },
        CashOutReasonRow(.clock, "ahead") { $0.facts.stops = [.clock(.forward(.days(365)), since: .at("36:00"))] },
        CashOutReasonRow(.historyWentBack, "a restored backup") {
            $0.facts.stops = [.historyWentBack(since: .at("35:00"))]
        },
        CashOutReasonRow(.needsConfirm, "never confirmed") { $0.standing.consent = .missing },
        CashOutReasonRow(.needsConfirm, "changed since") { $0.standing.consent = .outdated(since: .at("35:00")) },
        CashOutReasonRow(.needsConfirm, "taken away") {
            $0.standing.consent = .taken(because: "a cash-out was returned", at: .at("35:00"))
        },
        CashOutReasonRow(.dryRun, "the default") { $0.rule.mode = .dryRun },
    ]
}
