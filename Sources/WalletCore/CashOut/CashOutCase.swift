/// One cash-out as it is decided: a rule's or a person's, with what the configuration says about its way.
struct CashOutCase {
    let facts: CashOutFacts
    let rule: CashOutRule?
    let destination: Destination?
    let provider: Provider?
    let limits: Budget?
    let purpose: CashOutPurpose
    /// What is remembered about the rule.
    let standing: RuleStanding
    /// The cash-out itself, once there is one: it does not stand in its own way.
    let cashOut: CashOut?

    init(
        _ rule: CashOutRule?, to destination: String, in configuration: CashOutConfiguration, facts: CashOutFacts,
        purpose: CashOutPurpose
    ) {
        self.facts = facts
        self.rule = rule
        self.destination = configuration.destinations[destination]
        provider = self.destination.flatMap { configuration.providers[$0.provider] }
        limits = configuration.limits
        self.purpose = purpose
        standing = rule.flatMap { facts.rules[$0.name] } ?? RuleStanding()
        cashOut = nil
    }

    /// The same, when the cash-out is about to be sent.
    init(sending cashOut: CashOut, _ before: CashOutCase) {
        facts = before.facts
        rule = before.rule
        destination = before.destination
        provider = before.provider
        limits = before.limits
        purpose = before.purpose
        standing = before.standing
        self.cashOut = cashOut
    }

    var now: Timestamp { facts.now }
    var today: CalendarDate { CalendarDate(facts.now) }
    var route: Plan.Route? {
        guard let destination, let provider else { return nil }
        return Plan.Route(destination, by: provider)
    }

    /// Those that count for whom it is decided.
    func counting(_ reasons: [CashOutReason]) -> [CashOutReason] {
        purpose == .rule ? reasons : reasons.filter { !purpose.lifts($0.code) }
    }

    /// What holds it whatever the balances are.
    var standingReasons: [CashOutReason] {
        stopReasons + modeReasons + routeReasons + promiseReasons
    }
}
