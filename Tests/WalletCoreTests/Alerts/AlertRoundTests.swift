import Testing
import WalletCore

@Suite struct AlertRoundTests {
    private let moment = Moment(now: .at("0:15"), observingSince: .at("0:00"), cause: .reading)
    private let low = AlertRule(name: "low", condition: .below(.krw(3000)))
    private let empty = AlertRule(name: "empty", condition: .below(.krw(1)))
    private let idle = AlertRule(name: "idle", condition: .idleFor(.minutes(30)))

    @Test func `tells rules in the order of their names, with events, and leaves out what is of no interest`() {
        let subjects = ["card-1", "card-2"].map(subject)
        let steps = AlertRound(rules: [low, empty, idle], moment: moment).evaluate(subjects, states: [:]) { "id" }

        #expect(
            steps.map { "\($0.key.rule) \($0.key.subject.account) \($0.outcome.state)" } == [
                "idle card-1 inactive", "idle card-2 inactive", "low card-1 firing 0:15", "low card-2 firing 0:15",
            ])
        #expect(steps.map { $0.outcome.due?.clock ?? "-" } == ["0:30", "0:30", "-", "-"])
        #expect(steps.map { $0.event?.type } == [nil, nil, .alertFiring, .alertFiring])
    }

    @Test func `goes on from the kept states and shows what ended`() {
        let key = AlertKey(rule: "empty", subject: subject("card-1").subject)
        let firing = AlertState.Firing(id: "old", since: .at("0:01"), announcedAt: .at("0:01"))
        let steps = AlertRound(rules: [empty], moment: moment)
            .evaluate([subject("card-1")], states: [key: .firing(firing)]) { "id" }

        #expect(steps.count == 1)
        #expect(steps.first?.before == .firing(firing))
        #expect(steps.first?.outcome == AlertOutcome(state: .inactive, announcement: .resolved(firing)))
        #expect(steps.first?.event?.type == .alertResolved)
    }

    private func subject(_ account: String) -> SubjectFacts {
        let holding = Holding(
            id: HoldingID(source: "tmoney", account: account, asset: "KRW"), kind: .prepaid,
            balance: .init(.krw(2500)), changedAt: .at("0:00"), readAt: .at("0:15"), standing: .listed)
        return .holding(HoldingFacts(holding, staleAfter: .hours(1)))
    }
}
