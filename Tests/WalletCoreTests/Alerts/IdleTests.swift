import Testing
import WalletCore

@Suite struct IdleTests {
    private let table = AlertTable(.idleFor(.minutes(45)))

    @Test func `fires by timer, resolves when the balance changes`() {
        table.check(
            """
            0:00 | read 2500 | inactive    | -        | 0:45
            0:15 | read 2500 | inactive    | -        | 0:45
            0:45 | timer     | firing 0:45 | fired    | -
            0:50 | read 2500 | firing 0:45 | -        | -
            1:00 | read 2400 | inactive    | resolved | 1:45
            """)
    }

    @Test func `a zero balance is not idle`() {
        table.check(
            """
            0:00 | read 2500 | inactive    | -        | 0:45
            0:30 | read 0    | inactive    | -        | -
            1:30 | read 0    | inactive    | -        | -
            1:31 | read 10   | inactive    | -        | 2:16
            2:16 | timer     | firing 2:16 | fired    | -
            2:17 | gone      | inactive    | resolved | -
            """)
    }

    @Test func `does not fire on stale data`() {
        var table = table
        table.rule.condition = .idleFor(.minutes(90))
        table.check(
            """
            0:00 | read 2500 | inactive    | -     | -
            1:45 | timer     | inactive    | -     | -
            1:50 | read 2500 | firing 1:50 | fired | -
            """)
    }

    @Test func `a change that was read stale resolves with the next fresh reading`() {
        table.check(
            """
            0:00 | read 2500            | inactive    | -        | 0:45
            0:45 | timer                | firing 0:45 | fired    | -
            2:00 | read 2000 as-of 0:50 | firing 0:45 | -        | -
            2:15 | read 2000            | inactive    | resolved | 2:45
            """)
    }

    @Test func `downtime counts, but a reading of this run must confirm it`() {
        table.check(
            """
            0:00 | read 2500 | inactive    | -     | 0:45
            0:50 | start     | inactive    | -     | -
            0:55 | timer     | inactive    | -     | -
            0:56 | read 2500 | firing 0:56 | fired | -
            0:57 | start     | firing 0:56 | -     | -
            """)
    }

    @Test func `what a person recorded needs no reading of this run`() {
        let record = Holding.card { $0.standing = .recorded }
        let rule = AlertRule(name: "unused", condition: .idleFor(.days(90)))
        let facts = SubjectFacts.holding(HoldingFacts(record, staleAfter: .days(3650)))
        let moment = Moment(now: .at("2160:00"), observingSince: .at("2159:00"), cause: .time)
        #expect(rule.verdict(on: facts, in: .inactive, at: moment) == .holds)
    }

    @Test func `a pending total that changes is movement too`() {
        let before = Holding.card()
        let after = Holding.card {
            $0.balance.total = .krw(9000)
            $0.readAt = .at("0:46")
            $0.changedAt = .at("0:46")
        }
        let facts = SubjectFacts.holding(
            HoldingFacts(HoldingChange(before: before, after: after), staleAfter: .hours(1)))
        let moment = Moment(now: .at("0:46"), observingSince: .at("0:00"), cause: .reading)
        #expect(table.rule.verdict(on: facts, in: .inactive, at: moment) == .clears)
    }
}
